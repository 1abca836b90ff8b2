import type { Conversation } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Skeleton } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { useState } from 'react';
import { ago } from '../../format';
import { useActions } from '../../hooks';
import type { Loaded } from '../../hooks/useLoad';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import styles from './AssistantPage.module.css';
import { ForgetDialog } from './ForgetDialog';

/** My conversations, newest first. */
export function History(props: {
  conversations: Loaded<Conversation[]>;
  current?: string;
  onOpen: (id: string) => void;
  onForget: (id: string) => Promise<void>;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { value, error, loading, reload } = props.conversations;
  const [asked, setAsked] = useState<Conversation>();
  const forgetting = useActions<'forget'>();
  const titleOf = (conversation: Conversation) =>
    conversation.title || t('assistant.untitled');
  const now = Date.now();

  return (
    <>
      <h2 className={styles.sideTitle}>{t('assistant.conversations')}</h2>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {forgetting.error && <ErrorNote error={forgetting.error} />}
      {loading && !value && (
        <div aria-busy aria-label={t('assistant.history')}>
          <Skeleton width="80%" height={16} />
        </div>
      )}
      {value?.length === 0 && (
        <p className={styles.quiet}>{t('assistant.noConversations')}</p>
      )}
      <ul className={styles.history}>
        {value?.map(conversation => (
          <li key={conversation.id} className={styles.entry}>
            <button
              type="button"
              className={styles.open}
              aria-current={
                conversation.id === props.current ? 'page' : undefined
              }
              onClick={() => props.onOpen(conversation.id)}
            >
              <span className={styles.name}>{titleOf(conversation)}</span>
              <span className={styles.quiet}>
                {ago(conversation.updatedAt, now) ?? t('time.justNow')}
              </span>
            </button>
            <ButtonIcon
              variant="tertiary"
              size="small"
              icon={<RiDeleteBinLine />}
              aria-label={t('assistant.forget', {
                title: titleOf(conversation),
              })}
              onPress={() => setAsked(conversation)}
            />
          </li>
        ))}
      </ul>
      <ForgetDialog
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        onForget={() => {
          if (asked) {
            forgetting.run('forget', () => props.onForget(asked.id));
          }
          setAsked(undefined);
        }}
      />
    </>
  );
}

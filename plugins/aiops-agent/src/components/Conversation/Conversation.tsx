import type { Suggestion } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import { ScrollRegion } from '../ScrollRegion';
import { Suggestions } from '../Suggestions';
import styles from './Conversation.module.css';
import { EntityChip } from './EntityChip';
import { MessageBar } from './MessageBar';
import { MessageView } from './MessageView';
import { Streaming } from './Streaming';
import { useConversation } from './useConversation';
import { useDraft } from './useDraft';
import { useStickToEnd } from './useStickToEnd';

/** A conversation with the assistant; embedded in a page or a tab. */
export function Conversation(props: {
  conversationId?: string;
  entityRef?: string;
  /** What one might say first. */
  suggestions?: Suggestion[];
  /** Said at once, because a button elsewhere said so. */
  firstMessage?: string;
  /** Written down to be sent, because a button elsewhere asked for that. */
  draft?: string;
  /** The page is for typing into, so that is where it begins. */
  focusInput?: boolean;
  /** What it begins with, where it was opened to look at something. */
  opening?: ReactNode;
  onStarted?: (conversationId: string) => void;
  onTurn?: () => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { firstMessage, focusInput } = props;
  const [dropped, setDropped] = useState(false);
  const entityRef = dropped ? undefined : props.entityRef;
  const conversation = useConversation({ ...props, entityRef });
  const { messages, answering, failed, stop } = conversation;
  const [draft, setDraft] = useDraft(
    props.conversationId ?? `new ${props.entityRef ?? ''}`,
    props.draft,
  );
  const input = useRef<HTMLTextAreaElement>(null);
  const { scroller, content, away, onScroll, toEnd } = useStickToEnd();

  const latest = useRef({ say: conversation.say, draft });
  useEffect(() => {
    latest.current = { say: conversation.say, draft };
  });
  const busy = useRef(false);
  const say = useCallback(
    async (text: string) => {
      if (busy.current) {
        return;
      }
      busy.current = true;
      toEnd();
      input.current?.focus();
      const outcome = await latest.current.say(text);
      busy.current = false;
      // What was stopped is there again, to be said better.
      if (outcome === 'stopped' && latest.current.draft === '') {
        setDraft(text);
      }
    },
    [setDraft, toEnd],
  );

  useEffect(() => {
    if (focusInput) {
      input.current?.focus();
    }
  }, [focusInput]);

  const said = useRef(false);
  useEffect(() => {
    if (firstMessage && !said.current) {
      said.current = true;
      say(firstMessage);
    }
  }, [firstMessage, say]);

  const last = messages[messages.length - 1];
  const suggestions =
    messages.length === 0 && !props.opening
      ? props.suggestions
      : last?.suggestions;
  const empty =
    !props.opening &&
    messages.length === 0 &&
    !conversation.loading &&
    !answering;

  return (
    <div className={styles.conversation}>
      <ScrollRegion
        ref={scroller}
        className={styles.scroller}
        role="log"
        // Finished answers are announced below, not every word of them.
        aria-live="off"
        label={t('conversation.log')}
        onScroll={onScroll}
      >
        <VisuallyHidden>
          <h2>{t('conversation.log')}</h2>
        </VisuallyHidden>
        <div ref={content} className={styles.messages}>
          {props.opening}
          {conversation.loading && (
            <div aria-busy aria-label={t('conversation.loading')}>
              <Skeleton width="60%" height={40} rounded />
            </div>
          )}
          {conversation.loadError && (
            <ErrorNote
              error={conversation.loadError}
              onRetry={conversation.load}
            />
          )}
          {empty && !conversation.loadError && (
            <div className={styles.empty}>
              <h2 className={styles.emptyTitle}>
                {t('conversation.emptyTitle')}
              </h2>
              <p>{t('conversation.emptyText')}</p>
            </div>
          )}
          {messages.map((message, index) => (
            <MessageView
              key={message.id}
              message={message}
              changeShownLater={messages
                .slice(index + 1)
                .some(later => later.change?.planId === message.plan?.id)}
              onSay={say}
              onRate={conversation.rate}
            />
          ))}
          {answering && <Streaming text={conversation.written} />}
          {failed && (
            <ErrorNote
              title={t('conversation.failed')}
              error={failed.error}
              onRetry={() => {
                input.current?.focus();
                conversation.retry();
              }}
            />
          )}
          {!answering && !failed && suggestions && (
            <Suggestions suggestions={suggestions} onSay={say} />
          )}
        </div>
      </ScrollRegion>
      <VisuallyHidden role="status" aria-live="polite">
        {conversation.announcement}
      </VisuallyHidden>
      <div className={styles.foot}>
        {away && (
          <button type="button" className={styles.jump} onClick={toEnd}>
            <RiArrowDownLine size={16} aria-hidden /> {t('conversation.jump')}
          </button>
        )}
        {entityRef && (
          <div>
            <EntityChip
              entityRef={entityRef}
              onDrop={() => {
                setDropped(true);
                input.current?.focus();
              }}
            />
          </div>
        )}
        <MessageBar
          ref={input}
          text={draft}
          answering={answering}
          onText={setDraft}
          onSend={text => {
            setDraft('');
            say(text);
          }}
          onStop={() => {
            stop();
            input.current?.focus();
          }}
        />
        <p className={styles.disclaimer}>{t('conversation.disclaimer')}</p>
      </div>
    </div>
  );
}

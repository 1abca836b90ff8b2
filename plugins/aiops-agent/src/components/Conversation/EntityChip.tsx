import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCloseLine } from '@remixicon/react';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './Conversation.module.css';

/** What the conversation is about, and a way to talk of something else. */
export function EntityChip(props: { entityRef: string; onDrop: () => void }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { name } = parseEntityRef(props.entityRef);
  return (
    <span className={styles.chip}>
      {t('conversation.about', { name })}
      <button
        type="button"
        className={styles.drop}
        aria-label={t('conversation.aboutDrop', { name })}
        onClick={props.onDrop}
      >
        <RiCloseLine size={14} aria-hidden />
      </button>
    </span>
  );
}

import type { Message } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { Tag } from '../Tag';
import styles from './Explanation.module.css';

/**
 * An answer in a language model's words, told apart from the portal's own: it
 * may be wrong. Plain text, whatever it looks like.
 */
export function Explanation(props: {
  explanation: NonNullable<Message['explanation']>;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { text, engine } = props.explanation;
  return (
    <aside className={styles.explanation} aria-label={t('explanation.label')}>
      <div className={styles.head}>
        {t('explanation.label')} <Tag tone="info">{t('explanation.ai')}</Tag>
      </div>
      <p className={styles.text}>{text}</p>
      <p className={styles.note}>{t('explanation.note', { engine })}</p>
    </aside>
  );
}

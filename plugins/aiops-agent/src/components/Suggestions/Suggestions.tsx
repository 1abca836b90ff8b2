import type { Suggestion } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './Suggestions.module.css';

/** As many as one takes in at a glance. */
const MOST = 3;

/** Up to three things to say; pressing one says it. */
export function Suggestions(props: {
  suggestions: Suggestion[];
  onSay: (text: string) => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  if (props.suggestions.length === 0) {
    return null;
  }
  return (
    <ul
      className={styles.suggestions}
      aria-label={t('conversation.suggestions')}
    >
      {props.suggestions.slice(0, MOST).map(suggestion => (
        <li key={suggestion.text}>
          <button
            type="button"
            className={styles.chip}
            onClick={() => props.onSay(suggestion.text)}
          >
            {suggestion.label ?? suggestion.text}
          </button>
        </li>
      ))}
    </ul>
  );
}

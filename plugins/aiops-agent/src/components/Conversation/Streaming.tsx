import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { Markdown } from '../Markdown';
import { Surface } from '../Surface';
import styles from './Conversation.module.css';

/** The answer that is being written. */
export function Streaming(props: { text: string }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return (
    <div className={styles.answer} aria-busy data-message>
      <div className={styles.who}>{t('conversation.assistant')}</div>
      {props.text === '' ? (
        <p className={styles.thinking}>{t('conversation.thinking')}</p>
      ) : (
        <Surface>
          <Markdown text={props.text} streaming />
        </Surface>
      )}
    </div>
  );
}

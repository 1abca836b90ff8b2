import type {
  IntentInfo,
  Understood,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ago, percent } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { Tag } from '../Tag';
import { MeaningForm } from './MeaningForm';
import styles from './UnderstoodPage.module.css';

/** One message and how it was understood. */
export function Turn(props: {
  turn: Understood;
  intents: IntentInfo[];
  onChanged: (turn: Understood) => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { turn, intents, onChanged } = props;
  const { text, feedback, params = {}, meant } = turn;
  return (
    <li className={styles.turn}>
      <p className={styles.said} data-private={text === undefined}>
        {text ?? t('understood.private')}
      </p>
      <p className={styles.understood}>
        <span className={styles.code}>
          {turn.intent ?? t('understood.noIntent')}
          {Object.keys(params).length > 0 && ` ${JSON.stringify(params)}`}
        </span>
        {feedback && (
          <Tag tone={feedback.verdict === 'up' ? 'positive' : 'warning'}>
            {t(`understood.${feedback.verdict}`)}
          </Tag>
        )}
        {meant && (
          <Tag tone="info">
            {t('understood.meant', { intent: meant.intent })}
          </Tag>
        )}
      </p>
      <p className={styles.quiet}>
        {t('understood.how', {
          engine: turn.engine,
          confidence: percent(turn.confidence),
          time: String(Math.round(turn.tookMs)),
          when: ago(turn.at, Date.now()) ?? t('time.justNow'),
        })}
        {turn.inDialogue && ` · ${t('understood.inDialogue')}`}
      </p>
      {feedback?.comment && (
        <p className={styles.quiet}>“{feedback.comment}”</p>
      )}
      {feedback && (
        <Disclosure title={t('understood.label')}>
          <MeaningForm turn={turn} intents={intents} onChanged={onChanged} />
        </Disclosure>
      )}
    </li>
  );
}

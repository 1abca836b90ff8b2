import type {
  Feedback,
  Verdict,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import {
  RiThumbDownFill,
  RiThumbDownLine,
  RiThumbUpFill,
  RiThumbUpLine,
} from '@remixicon/react';
import { useState } from 'react';
import { useActions, useSentence } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { Comment } from './Comment';
import styles from './Feedback.module.css';

/** Keeps what is said of an answer; nothing takes it back. */
export type Rate = (
  messageId: string,
  feedback: Feedback | undefined,
) => Promise<void>;

const ICONS = {
  up: { plain: RiThumbUpLine, pressed: RiThumbUpFill },
  down: { plain: RiThumbDownLine, pressed: RiThumbDownFill },
};

/** Whether an answer helped. Pressed again, that is taken back. */
export function FeedbackButtons(props: {
  messageId: string;
  known?: Feedback;
  onRate: Rate;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const sentenceOf = useSentence();
  const { messageId, onRate } = props;
  const [feedback, setFeedback] = useState(props.known);
  const [announcement, setAnnouncement] = useState('');
  const { run, pending, error } = useActions<'rate'>();

  const rate = (next: Feedback | undefined) =>
    run('rate', async () => {
      await onRate(messageId, next);
      setFeedback(next);
      setAnnouncement(t(next ? 'feedback.kept' : 'feedback.withdrawn'));
    });

  const thumb = (verdict: Verdict) => {
    const pressed = feedback?.verdict === verdict;
    const Icon = ICONS[verdict][pressed ? 'pressed' : 'plain'];
    return (
      <button
        type="button"
        className={styles.thumb}
        aria-label={t(`feedback.${verdict}`)}
        title={t(`feedback.${verdict}`)}
        aria-pressed={pressed}
        onClick={() => rate(pressed ? undefined : { verdict })}
      >
        <Icon size={16} aria-hidden />
      </button>
    );
  };

  return (
    <div
      role="group"
      aria-label={t('feedback.label')}
      aria-busy={pending !== undefined}
      className={styles.feedback}
    >
      {thumb('up')}
      {thumb('down')}
      {feedback && <p className={styles.note}>{t('feedback.shared')}</p>}
      {error && (
        <p role="alert" className={styles.failed}>
          {sentenceOf(error)}
        </p>
      )}
      {feedback?.verdict === 'down' && !feedback.comment && (
        <Comment onSend={comment => rate({ verdict: 'down', comment })} />
      )}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </div>
  );
}

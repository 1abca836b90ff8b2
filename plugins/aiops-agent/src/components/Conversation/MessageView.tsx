import type { Message } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { memo } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import { AnswerParts } from '../AnswerParts';
import { ChangeCard } from '../ChangeCard';
import { Explanation } from '../Explanation';
import { FeedbackButtons, type Rate } from '../Feedback';
import { Findings } from '../Findings';
import { Markdown } from '../Markdown';
import { PlanOrChange } from '../PlanOrChange';
import { Surface } from '../Surface';
import { wordsBeside } from './wordsBeside';
import styles from './Conversation.module.css';

interface MessageViewProps {
  message: Message;
  /** A later message shows what became of this one's plan. */
  changeShownLater: boolean;
  onSay: (text: string) => void;
  onRate: Rate;
}

/** One message: a person's words, or an answer with its cards. */
export const MessageView = memo((props: MessageViewProps) => {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { message, changeShownLater, onSay, onRate } = props;
  if (message.role === 'user') {
    return (
      <div className={styles.mine} data-message>
        <VisuallyHidden>{t('conversation.you')}: </VisuallyHidden>
        {message.text}
      </div>
    );
  }
  const { plan } = message;
  const isOwn = plan !== undefined && message.change?.planId === plan.id;
  const change = isOwn && changeShownLater ? undefined : message.change;
  const { before, after, next } = wordsBeside(message);
  // What was agreed to, and then the plan of what was asked for beside it.
  const words = before || next;
  const request = change && (
    <ChangeCard
      changeId={change.id}
      known={change}
      renderPlan={following => (
        <PlanOrChange key={following.id} plan={following} />
      )}
    />
  );
  const bare =
    !message.findings?.length &&
    !message.facts?.length &&
    !message.items?.length &&
    !message.links?.length &&
    !message.details?.length;
  return (
    <div className={styles.answer} data-message>
      <div className={styles.who}>
        {[t('conversation.assistant'), change?.id ?? plan?.changeId]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {next && request}
      {(!bare || words || after) && (
        <Surface>
          <div className={styles.parts}>
            {words && <Markdown text={words} />}
            {message.findings && <Findings findings={message.findings} />}
            <AnswerParts message={message} />
            {message.explanation && (
              <Explanation explanation={message.explanation} />
            )}
            {after && <Markdown text={after} />}
          </div>
        </Surface>
      )}
      {!next && request}
      {plan && !(change && isOwn) && (
        <PlanOrChange
          plan={plan}
          shownElsewhere={changeShownLater}
          onSay={onSay}
        />
      )}
      {message.stopped ? (
        <p className={styles.stopped}>{t('conversation.stopped')}</p>
      ) : (
        <FeedbackButtons
          messageId={message.id}
          known={message.feedback}
          onRate={onRate}
        />
      )}
    </div>
  );
});
MessageView.displayName = 'MessageView';

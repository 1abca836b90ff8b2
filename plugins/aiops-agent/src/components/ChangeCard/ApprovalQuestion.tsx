import type { Change, Fact } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { FactBoxes } from '../FactBoxes';
import { Markdown } from '../Markdown';
import { nameOf, usePlanFacts } from '../PlanDetails';
import styles from './ChangeCard.module.css';

const RISK_TONES: Record<Change['plan']['risk'], Fact['tone']> = {
  none: 'neutral',
  low: 'neutral',
  medium: 'warning',
  high: 'danger',
};

/** What somebody asks for, and all that is needed to answer. */
export function ApprovalQuestion(props: { change: Change }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { change } = props;
  const [cost, ...others] = usePlanFacts(change.plan);
  const risk: Fact = {
    value: t(`change.risk.${change.plan.risk}`),
    label: change.plan.decision.reasons.join(' ') || t('change.riskHint'),
    tone: RISK_TONES[change.plan.risk],
  };
  return (
    <>
      <p className={styles.asker}>
        {nameOf(change.plan)
          ? t('change.askedFor', {
              title: change.plan.title,
              name: change.requesterName,
            })
          : t('change.askedBy', { name: change.requesterName })}
      </p>
      {change.reason && (
        <blockquote className={styles.words}>“{change.reason}”</blockquote>
      )}
      <Markdown text={change.summary} />
      <FactBoxes
        label={t('plan.facts')}
        facts={[cost, risk, ...others].slice(0, 4)}
      />
    </>
  );
}

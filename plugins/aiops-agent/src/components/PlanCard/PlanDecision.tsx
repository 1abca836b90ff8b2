import type { Decision } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { names } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './PlanCard.module.css';

/** Who else has a say; nothing where one's own yes is enough. */
export function PlanDecision(props: { decision: Decision }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { outcome, reasons, approvers, approvalsNeeded } = props.decision;

  if (outcome === 'allow') {
    return null;
  }
  if (outcome === 'needs-approval') {
    return (
      <Alert
        status="info"
        icon
        title={asksOf()}
        description={reasons.length > 0 ? reasons.join(' ') : undefined}
      />
    );
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('plan.denied')}
      description={
        <>
          <ul className={styles.reasons}>
            {reasons.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {approvers.length > 0 && (
            <p className={styles.who}>
              {t('plan.whoCould', { names: names(approvers, 'or') })}
            </p>
          )}
        </>
      }
    />
  );

  function asksOf(): string {
    if (approvers.length === 0) {
      return t('plan.asksSomeone');
    }
    return approvalsNeeded > 1
      ? t('plan.asksMany', {
          names: names(approvers),
          needed: String(approvalsNeeded),
        })
      : t('plan.asks', { names: names(approvers, 'or') });
  }
}

import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { money } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { FileDiffs } from './FileDiffs';
import styles from './PlanDetails.module.css';

/** Steps, files, money and the decision: folded away for those who want them. */
export function PlanDetails(props: { plan: Plan; question?: boolean }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { plan } = props;
  const counts = {
    steps: t('plan.steps', { count: plan.steps.length }),
    files: t('plan.files', { count: plan.files.length }),
  };
  const title = props.question
    ? t('change.whatChanges', counts)
    : t('plan.exactly', counts);
  const lines = plan.cost.lines ?? [];

  return (
    <Disclosure title={title}>
      <div className={styles.panel}>
        <section>
          <h4 className={styles.heading}>{t('plan.stepsTitle')}</h4>
          <ol className={styles.steps}>
            {plan.steps.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        {lines.length > 0 && (
          <section>
            <h4 className={styles.heading}>{t('plan.costTitle')}</h4>
            <dl className={styles.cost}>
              {lines.map(line => (
                <div key={line.title}>
                  <dt>{line.title}</dt>
                  <dd>
                    {t('money.monthly', {
                      amount: money(line.amount, plan.cost.currency),
                    })}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {plan.decision.reasons.length > 0 &&
          plan.decision.outcome !== 'deny' && (
            <section>
              <h4 className={styles.heading}>{t('plan.decisionTitle')}</h4>
              <ul className={styles.steps}>
                {plan.decision.reasons.map(reason => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </section>
          )}
        {plan.files.length > 0 && (
          <section>
            <h4 className={styles.heading}>{t('plan.filesTitle')}</h4>
            <FileDiffs files={plan.files} />
          </section>
        )}
      </div>
    </Disclosure>
  );
}

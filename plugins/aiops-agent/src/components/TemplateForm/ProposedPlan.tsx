import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox } from '@backstage/ui';
import { useEffect } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import { FactBoxes } from '../FactBoxes';
import { Markdown } from '../Markdown';
import { PlanDecision, usePlanState } from '../PlanCard';
import { labelOf, PlanDetails, usePlanFacts } from '../PlanDetails';
import { Surface } from '../Surface';
import type { Agreement } from './agreement';
import styles from './TemplateForm.module.css';

/** A plan in a form: what it is, costs and needs, and a box for the yes. */
export function ProposedPlan(props: {
  plan: Plan;
  /** False while an answer has changed and the next plan is being made. */
  current: boolean;
  agreed: boolean;
  onAgree: (agreement: Omit<Agreement, 'answers'> | undefined) => void;
  /** Makes a new plan of the same answers. */
  onRenew: () => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { plan, current, agreed, onAgree, onRenew } = props;
  const { state } = usePlanState(plan);
  const facts = usePlanFacts(plan);
  const [price] = facts;
  const open = state === 'proposed';
  const denied = plan.decision.outcome === 'deny';

  useEffect(() => {
    if (agreed && !open) {
      onAgree(undefined);
    }
  }, [agreed, open, onAgree]);

  return (
    <Surface
      as="article"
      aria-label={labelOf(plan)}
      className={current ? undefined : styles.former}
    >
      <div className={styles.card}>
        <h3 className={styles.heading}>{plan.title}</h3>
        <Markdown text={plan.summary} />
        <FactBoxes label={t('plan.facts')} facts={facts} />
        <PlanDecision decision={plan.decision} />
        {!denied && <PlanDetails plan={plan} />}
        {open && !denied && (
          <div className={styles.yes}>
            <Checkbox
              isSelected={agreed}
              isDisabled={!current}
              onChange={yes =>
                onAgree(
                  yes
                    ? {
                        planId: plan.id,
                        hash: plan.hash,
                        title: labelOf(plan),
                        price: price.value,
                      }
                    : undefined,
                )
              }
            >
              {t('template.agree', { price: price.value })}
            </Checkbox>
            <p className={styles.meaning}>{t('template.agreeHint')}</p>
          </div>
        )}
        {!open && current && (
          <div className={styles.yes}>
            <p className={styles.meaning}>{t('template.tooOld')}</p>
            <Button variant="secondary" onPress={onRenew}>
              {t('template.renew')}
            </Button>
          </div>
        )}
      </div>
    </Surface>
  );
}

import type { Change, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useRef, useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ActButton } from '../ActButton';
import { ErrorNote } from '../ErrorNote';
import { FactBoxes } from '../FactBoxes';
import { Markdown } from '../Markdown';
import { labelOf, PlanDetails, usePlanFacts } from '../PlanDetails';
import { Surface } from '../Surface';
import { ChangeForm } from './ChangeForm';
import { PlanDecision } from './PlanDecision';
import styles from './PlanCard.module.css';
import { usePlanState } from './usePlanState';

/**
 * What would happen, what it costs and how to undo it, with the one button
 * that makes it happen. Agreeing names the plan and its hash.
 */
export function PlanCard(props: {
  plan: Plan;
  /** Says a correction; without it a plan can only be taken or left. */
  onSay?: (text: string) => void;
  onConfirmed: (change: Change) => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const heading = useRef<HTMLHeadingElement>(null);
  const { plan, state, setPlan } = usePlanState(props.plan);
  const facts = usePlanFacts(plan);
  const { pending, error, run } = useActions<'confirm' | 'dismiss'>();
  const [changing, setChanging] = useState(false);

  const denied = plan.decision.outcome === 'deny';
  const open = state === 'proposed';
  const wasOpen = useRef(open);
  useEffect(() => {
    // The button that was pressed is gone: its card is where one goes on.
    if (wasOpen.current && !open && document.activeElement === document.body) {
      heading.current?.focus();
    }
    wasOpen.current = open;
  }, [open]);

  const confirm = () =>
    run('confirm', async () => {
      props.onConfirmed(await api.confirmPlan(plan.id, plan.hash));
    });
  const dismiss = () =>
    run('dismiss', async () => {
      setPlan(await api.dismissPlan(plan.id));
    });

  return (
    <Surface
      as="article"
      aria-label={labelOf(plan)}
      className={open ? undefined : styles.closed}
    >
      <div className={styles.card}>
        <h3 ref={heading} tabIndex={-1} className={styles.heading}>
          {plan.title}
        </h3>
        {/* It asks for a yes, which what is refused doesn't wait for. */}
        {!denied && <Markdown text={plan.summary} />}
        {open && (
          <>
            <FactBoxes label={t('plan.facts')} facts={facts} />
            <PlanDecision decision={plan.decision} />
          </>
        )}
        {!denied && <PlanDetails plan={plan} />}
        {error && <ErrorNote error={error} />}
        {open && changing && props.onSay && (
          <ChangeForm
            fields={plan.fields}
            onCancel={() => {
              setChanging(false);
              heading.current?.focus();
            }}
            onSay={text => {
              setChanging(false);
              props.onSay?.(text);
            }}
          />
        )}
        {open && !changing && (
          <div className={styles.actions}>
            {!denied && (
              <ActButton
                variant="primary"
                onPress={confirm}
                pending={pending === 'confirm'}
              >
                {plan.confirmLabel}
              </ActButton>
            )}
            {props.onSay && plan.fields.length > 0 && (
              <ActButton variant="secondary" onPress={() => setChanging(true)}>
                {t('plan.change')}
              </ActButton>
            )}
            <ActButton
              variant="tertiary"
              onPress={dismiss}
              pending={pending === 'dismiss'}
            >
              {t('plan.cancel')}
            </ActButton>
          </div>
        )}
        {!open && (
          <p className={styles.state}>
            {state === 'confirmed' &&
              (plan.changeId
                ? t('plan.confirmedSee', { id: plan.changeId })
                : t('plan.confirmed'))}
            {state === 'dismissed' && t('plan.dismissed')}
            {state === 'replaced' && t('plan.replaced')}
            {state === 'expired' && t('plan.expired')}
          </p>
        )}
      </div>
    </Surface>
  );
}

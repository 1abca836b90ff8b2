import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import { ActButton } from '../ActButton';
import { FetchedPlan } from '../FetchedPlan';
import styles from './ChangeCard.module.css';

/**
 * What is proposed instead of a plan that could not be carried out any more:
 * offered first, so that what happened is read before what comes next.
 */
export function NextPlan(props: {
  planId: string;
  renderPlan: (plan: Plan) => ReactNode;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const [shown, setShown] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The button that was pressed is gone: its place is where one goes on.
    if (shown) {
      place.current?.focus();
    }
  }, [shown]);

  if (!shown) {
    return (
      <div className={styles.actions}>
        <ActButton variant="primary" onPress={() => setShown(true)}>
          {t('change.nextPlan')}
        </ActButton>
      </div>
    );
  }
  return (
    <div
      ref={place}
      tabIndex={-1}
      role="group"
      aria-label={t('change.nextPlanTitle')}
      className={styles.nextPlan}
    >
      <FetchedPlan planId={props.planId} renderPlan={props.renderPlan} />
    </div>
  );
}

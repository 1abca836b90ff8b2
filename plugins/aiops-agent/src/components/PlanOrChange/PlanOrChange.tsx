import type { Change, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useState } from 'react';
import { ChangeCard } from '../ChangeCard';
import { PlanCard } from '../PlanCard';

/** A plan until it is agreed to; then, in the same place, what became of it. */
export function PlanOrChange(props: {
  plan: Plan;
  /** The request is shown further down, so the plan only says so. */
  shownElsewhere?: boolean;
  onSay?: (text: string) => void;
  onConfirmed?: (change: Change) => void;
}) {
  const { plan, shownElsewhere, onSay, onConfirmed } = props;
  const [confirmed, setConfirmed] = useState<Change>();

  const changeId = confirmed?.id ?? plan.changeId;
  if (changeId && !shownElsewhere) {
    return (
      <ChangeCard
        changeId={changeId}
        known={confirmed}
        focusOnMount={confirmed !== undefined}
        renderPlan={next => <PlanOrChange key={next.id} plan={next} />}
      />
    );
  }
  return (
    <PlanCard
      plan={plan}
      onSay={onSay}
      onConfirmed={change => {
        setConfirmed(change);
        onConfirmed?.(change);
      }}
    />
  );
}

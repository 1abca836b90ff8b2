import type { Risk } from '@aiops-portal/plugin-aiops-agent-common';
import type { PlannedAct } from '@aiops-portal/plugin-aiops-agent-node';
import type { PlanRecord } from './types';

const RISKS: Risk[] = ['none', 'low', 'medium', 'high'];
const ACCESS: Array<PlannedAct['access']> = ['team', 'company', 'public'];
const OUTCOMES = ['allow', 'needs-approval', 'deny'];

const widest = ({ draft }: PlanRecord) =>
  Math.max(0, ...draft.acts.map(act => ACCESS.indexOf(act.access)));

/** What it does, and to which sort of environment. */
const deeds = ({ draft }: PlanRecord) =>
  new Set(
    draft.acts.map(({ intent, tier, creates, deletes }) =>
      [intent, tier === 'prod', creates, deletes].join(' '),
    ),
  );

/**
 * Whether a yes with changes ("yes, call it marketing-blog") confirms the
 * changed plan at once: it is no dearer, no wider in access and no riskier
 * than what was shown, does no other sort of thing, for the same person and
 * team, and needs nobody's agreement that the shown one didn't need. Otherwise the
 * changed plan is shown first.
 */
export function confirmsWithoutAsking(
  shown: PlanRecord,
  changed: PlanRecord,
): boolean {
  const knownDeeds = deeds(shown);
  return (
    shown.plan.requester === changed.plan.requester &&
    shown.plan.team === changed.plan.team &&
    shown.plan.cost.currency === changed.plan.cost.currency &&
    changed.plan.cost.delta <= shown.plan.cost.delta &&
    (changed.plan.cost.priced || !shown.plan.cost.priced) &&
    RISKS.indexOf(changed.plan.risk) <= RISKS.indexOf(shown.plan.risk) &&
    widest(changed) <= widest(shown) &&
    OUTCOMES.indexOf(changed.plan.decision.outcome) <=
      OUTCOMES.indexOf(shown.plan.decision.outcome) &&
    changed.plan.decision.outcome !== 'deny' &&
    [...deeds(changed)].every(deed => knownDeeds.has(deed))
  );
}

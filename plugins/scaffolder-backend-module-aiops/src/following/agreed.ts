import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError } from '@backstage/errors';
import { sentenceOnly } from './spoken';

/**
 * The number of the request that agreeing to a plan made.
 *
 * @param refusal - What the portal answered when the person agreed.
 * @throws ConflictError when nobody has agreed to the plan.
 */
export function agreedRequest(plan: Plan, refusal?: string): string {
  if (plan.changeId) {
    return plan.changeId;
  }
  if (refusal) {
    throw sentenceOnly(new ConflictError(refusal));
  }
  throw sentenceOnly(
    new ConflictError(
      `You have not agreed to this plan ("${plan.title}"), so nothing was changed. Open the template again, look at the plan and agree to it there.`,
    ),
  );
}

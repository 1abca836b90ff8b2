import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError } from '@backstage/errors';
import { sentenceOnly } from './spoken';
import type { Words } from '../words';

/**
 * The number of the request that agreeing to a plan made.
 *
 * @param refusal - What the portal answered when the person agreed.
 * @throws ConflictError when nobody has agreed to the plan.
 */
export function agreedRequest(
  plan: Plan,
  words: Words,
  refusal?: string,
): string {
  if (plan.changeId) {
    return plan.changeId;
  }
  throw sentenceOnly(new ConflictError(refusal || words.notAgreed(plan.title)));
}

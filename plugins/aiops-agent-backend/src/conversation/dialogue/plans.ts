import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type { IntentContext } from '@aiops-portal/plugin-aiops-agent-node';
import type { Messages } from '../messages';
import type { Reply } from './types';

/** What a plan would cost or save, as a sentence. */
export function costOf(
  plan: Plan,
  context: IntentContext,
  messages: Messages,
): string {
  const { delta, priced } = plan.cost;
  if (!priced) {
    return messages.unpriced;
  }
  if (delta === 0) {
    return messages.costsNothing;
  }
  const amount = context.cost.format(Math.abs(delta));
  return delta > 0 ? messages.cost(amount) : messages.saves(amount);
}

/**
 * A plan in words: what would happen and what it costs; for one that is
 * refused why and who could; for one that needs approval who will be asked.
 */
export function describePlan(
  plan: Plan,
  context: IntentContext,
  messages: Messages,
): Reply {
  const { outcome, reasons, approvers, approvalsNeeded } = plan.decision;
  if (outcome === 'deny') {
    return { text: messages.denied(reasons, approvers), plan };
  }
  const parts = [plan.summary, costOf(plan, context, messages)];
  if (outcome === 'needs-approval') {
    parts.push(messages.needsApproval(approvers, approvalsNeeded, reasons));
  }
  return { text: parts.join('\n\n'), plan };
}

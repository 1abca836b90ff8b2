import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type { Words } from '../words';

/** What following a plan would come to, for a run that changes nothing. */
export function dryRunLines(plan: Plan, words: Words): string[] {
  const { cost, decision } = plan;
  const price = cost.priced
    ? words.monthly(
        `${cost.delta >= 0 ? '+' : ''}${cost.delta.toFixed(2)}`,
        cost.currency,
      )
    : words.unpriced;
  return [
    words.dryRun,
    words.wouldBe(plan.title, price),
    ...plan.steps.map(words.wouldDo),
    ...decision.reasons,
  ];
}

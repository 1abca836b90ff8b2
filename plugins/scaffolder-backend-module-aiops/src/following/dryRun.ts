import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';

/** What following a plan would come to, for a run that changes nothing. */
export function dryRunLines(plan: Plan): string[] {
  const { cost, decision } = plan;
  const price = cost.priced
    ? `${cost.delta >= 0 ? '+' : ''}${cost.delta.toFixed(2)} ${
        cost.currency
      } a month`
    : 'price unknown';
  return [
    `This is a dry run: nothing is agreed to and nothing is changed.`,
    `Would be done once somebody agrees: ${plan.title} (${price}).`,
    ...plan.steps.map(step => `Would be done: ${step}`),
    ...decision.reasons,
  ];
}

import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';

/** What the thing will be called, where the plan is about one thing. */
export function nameOf(plan: Plan): string | undefined {
  return plan.fields.find(field => field.name === 'name')?.value;
}

/** A plan's title with the name of the thing, to tell cards apart by. */
export function labelOf(plan: Plan): string {
  const name = nameOf(plan);
  return name ? `${plan.title}: ${name}` : plan.title;
}

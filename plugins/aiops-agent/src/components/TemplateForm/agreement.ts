import type { Params, Plan } from '@aiops-portal/plugin-aiops-agent-common';

/** The property of a template's form that holds what the person agrees to. */
export const AGREEMENT = 'agreement';

/**
 * What a person agreed to in a form. It is carried out by pressing Create;
 * what the person reads before that is in `title` and `price`.
 */
export type Agreement = {
  planId: string;
  hash: string;
  /** The answers that the plan was made from; others want another plan. */
  answers: string;
  title: string;
  price: string;
  /** Why the portal didn't take the yes, where it didn't. */
  refusal?: string;
  /** The language of the page, for what the task says. */
  language?: string;
};

/** False for the empty object that a form begins with. */
export function isAgreement(value: unknown): value is Agreement {
  const { planId, hash } = (value ?? {}) as Partial<Agreement>;
  return typeof planId === 'string' && typeof hash === 'string';
}

/** The answers of a form that say something, as parameters of an intent. */
export function paramsOf(formData: Params = {}): Params {
  return Object.fromEntries(
    Object.entries(formData).filter(
      ([name, value]) =>
        name !== AGREEMENT && value !== undefined && value !== '',
    ),
  );
}

/** The same text for the same answers, in whatever order they were given. */
export function answersOf(params: Params): string {
  return JSON.stringify(
    Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** True for a plan that can still be agreed to. */
export function isOpen(plan: Plan): boolean {
  return plan.state === 'proposed' && Date.parse(plan.expiresAt) > Date.now();
}

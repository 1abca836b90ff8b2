import { statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { CompiledPolicies, PolicyNotes } from './compile';
import type { Question } from './question';

/** What the rules answer. */
export interface Verdict {
  allowed: boolean;
  /** The guards that forbid it; none where no rule permits it. */
  guards: PolicyNotes[];
  /** Ids of the rules that decided it. */
  rules: string[];
}

/**
 * Asks the rules. A question that doesn't fit the schema, and a rule that fails
 * while it is asked, forbid.
 */
export function askPolicies(
  policies: CompiledPolicies,
  question: Question,
): Verdict {
  const answer = statefulIsAuthorized({
    ...question,
    preparsedPolicySetId: policies.name,
    preparsedSchemaName: policies.name,
    validateRequest: true,
  });
  if (answer.type === 'failure') {
    return { allowed: false, guards: [], rules: [] };
  }
  const { decision, diagnostics } = answer.response;
  const allowed = decision === 'allow' && diagnostics.errors.length === 0;
  return {
    allowed,
    rules: diagnostics.reason,
    guards: allowed
      ? []
      : diagnostics.reason.flatMap(id => {
          const notes = policies.notes.get(id);
          return notes && decision === 'deny' ? [notes] : [];
        }),
  };
}

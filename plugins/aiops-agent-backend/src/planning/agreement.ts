import { createHash } from 'node:crypto';
import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type { PlanDraft } from '@aiops-portal/plugin-aiops-agent-node';

/** JSON in which the same things are the same text: keys sorted, no gaps. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * What a person says yes to, as one hash (SHA-256, hexadecimal): who asks for
 * what, upon what, with which result, at what cost and risk. Neither the base
 * commit, nor the quota that is left, nor the wording is in it, so that the same
 * agreement made again upon a newer head has the same hash.
 */
export function agreementHash(
  requester: string,
  draft: Pick<
    PlanDraft,
    'team' | 'intents' | 'targets' | 'values' | 'risk' | 'undoes'
  >,
  cost: Pick<Plan['cost'], 'currency' | 'delta' | 'priced'>,
): string {
  const agreement = {
    requester,
    team: draft.team,
    intents: draft.intents,
    targets: [...draft.targets].sort(),
    values: draft.values,
    cost: {
      currency: cost.currency,
      delta: cost.delta,
      priced: cost.priced,
    },
    risk: draft.risk,
    undoes: draft.undoes,
  };
  return createHash('sha256').update(canonicalJson(agreement)).digest('hex');
}

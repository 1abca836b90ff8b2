import type { PendingCase } from './types';

/** Names of what was asked for or has a value, which a bare word may replace. */
export function replaceable({
  pending,
}: Pick<PendingCase, 'pending'>): string[] {
  return [...(pending.missing ?? []), ...Object.keys(pending.params)];
}

import type { PendingCase } from './types';

/** True when the message plainly wants something else than what is pending. */
export function isAnotherWish({
  ranking,
  pending,
  reading,
}: Pick<PendingCase, 'ranking' | 'pending' | 'reading'>): boolean {
  const [first] = ranking.candidates;
  if (!first || first.intent === pending.intent) {
    return false;
  }
  const words = reading.tokens.length;
  return first.intent === 'out_of_scope'
    ? ranking.confidence > 0.9 && first.score > 0.2 && words > 3
    : ranking.confidence > 0.75 && first.score > -0.15;
}

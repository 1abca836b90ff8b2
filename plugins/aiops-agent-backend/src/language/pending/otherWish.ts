import type { PendingCase } from './types';

/** True when the message plainly wants something else than what is pending. */
export function isAnotherWish({
  ranking,
  pending,
  reading,
  saysValues = false,
}: Pick<PendingCase, 'ranking' | 'pending' | 'reading'> & {
  /** It says values for what is pending, so it isn't about nothing. */
  saysValues?: boolean;
}): boolean {
  const [first] = ranking.candidates;
  if (!first || first.intent === pending.intent) {
    return false;
  }
  const words = reading.tokens.length;
  return first.intent === 'out_of_scope'
    ? !saysValues && ranking.confidence > 0.9 && first.score > 0.2 && words > 3
    : ranking.confidence > 0.75 && first.score > -0.15;
}

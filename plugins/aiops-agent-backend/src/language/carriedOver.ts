import type { Reading } from './types';

/** "How much of that was the shop?" is about the same time. */
const OF_THAT =
  /\b(?:how much of (?:that|it|this)|of (?:that|those|it) (?:was|were|is|went|came)|over (?:those|the same|that))\b/u;
const TIMES = new Set(['period', 'since']);

/** Values of the last wish that a message says are the same once more. */
export function carriedOver(
  { lower, spoken }: Reading,
  parameters: string[],
): Record<string, unknown> {
  const before = spoken.params ?? {};
  const isMeant = (name: string) =>
    new RegExp(`\\bsame ${name}\\b`, 'u').test(lower) ||
    (TIMES.has(name) && OF_THAT.test(lower));
  return Object.fromEntries(
    parameters
      .filter(name => before[name] !== undefined && isMeant(name))
      .map(name => [name, before[name]]),
  );
}

import type { Reading } from './types';

/** What an intent loses that would act on another kind of thing than is named. */
const COST = 0.4;
const ON_ENVIRONMENTS = /^(?:delete|extend|hibernate|wake)_environment$/;
const ON_THINGS = /^(?:delete|restart)_application$/;
/** "the redis in marketing-dev" is about the redis. */
const AS_PLACE =
  /\b(?:in|from|on|out of|inside|within|of) (?:the |my |our )?$/u;

/**
 * How far an intent is from what a message names: to delete an application and
 * to delete an environment are said in the same words.
 */
export function misfitOf(reading: Reading): (intent: string) => number {
  const named = reading.mentions.filter(
    ({ strength, kind, start }) =>
      strength === 'exact' &&
      kind !== 'team' &&
      !(kind === 'environment' && AS_PLACE.test(reading.lower.slice(0, start))),
  );
  const places = named.filter(({ kind }) => kind === 'environment').length;
  const things = named.length - places;
  return intent =>
    (ON_ENVIRONMENTS.test(intent) && things > 0 && places === 0) ||
    (ON_THINGS.test(intent) && places > 0 && things === 0)
      ? COST
      : 0;
}

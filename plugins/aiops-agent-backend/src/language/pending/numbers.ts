import type { Reading, Span } from '../types';
import { isInName, spanOf } from '../values/match';
import { NUMBER, toNumber } from '../text';
import type { PendingCase } from './types';

/** "3 would be safer", "eight is plenty actually", "make that two". */
const BARE = new RegExp(
  `^(?:(?:hmm+|oh|ok|okay|well|ah|sorry|wait|no|nah|actually|rather|only|just|say|let's (?:say|make it|do)|make (?:it|that|them)|i meant?|i (?:want(?:ed)?|said|need)|we (?:want|need)(?: to have)?|to have|better|maybe|perhaps|take|use|to|at|with|it should be|should be|could (?:it|that|we) be|can (?:it|we|that) be|rather)[,.]* )*(${NUMBER})(?: of (?:them|those|it))?(?:,? (?:would|will|is|are|should|might|be|do|safer|better|enough|plenty|fine|ok|okay|actually|please|pls|then|instead|rather|too|really|for now|sufficient|good|perfect|then|max|at most|of them|nicely|today|i think|right))*[.!?]*$`,
  'u',
);
/** "Hmm, five" and the like say a number and nothing else. */
export function isBareNumber(lower: string): boolean {
  return BARE.test(lower);
}

/** Values that are a number and a unit, which a bare number keeps. */
const WITH_UNIT = /^(P?T?)(\d+(?:\.\d+)?)([A-Za-z]+)$/;
const NUMBERS = [
  ...['replicas', 'add', 'factor', 'count', 'amount'],
  ...['memory', 'cpu', 'storage', 'ttl', 'since', 'schedule'],
];

/** "and the api on 2" is about another thing. */
const ABOUT = new Set(['application', 'target', 'environment']);
/** Asked for as a plain number. */
const COUNTED = new Set(['replicas', 'amount', 'count']);
const ANY = new RegExp(
  `(?<![\\w.,:/-])(${NUMBER})(?![\\w:/%-]|[.,]\\d|(?: ?(?:[kmgt]i?b?|gigs?|megs?|cores?|cpus?|days?|wks?|weeks?|months?|years?|yrs?|h|hrs?|hours?|mins?|minutes?|secs?|seconds?|am|pm|o'clock|percent|dollars?|euros?|pounds?))\\b)`,
  'gu',
);

/** "the budget only stretches to four": a number that is the only one said. */
function onlyNumber(reading: Reading): RegExpMatchArray | null {
  const { lower, tokens } = reading;
  const found = [...lower.matchAll(ANY)].filter(
    match => match[1] !== 'one' && !isInName(reading, spanOf(match)),
  );
  return found.length === 1 && tokens.length <= 12 && !lower.includes('?')
    ? found[0]
    : null;
}

/**
 * "hmm no, 3 would be safer" changes the number that was said before, which
 * keeps its unit.
 *
 * @param params - What the message says otherwise; then its number is no change.
 */
export function bareNumber(
  params: Record<string, unknown>,
  { reading, pending }: Pick<PendingCase, 'reading' | 'pending'>,
): { value: Record<string, unknown>; alone: boolean; span: Span } | undefined {
  const alone = reading.lower.match(BARE);
  const match = alone ?? onlyNumber(reading);
  const number = match ? toNumber(match[1]) : undefined;
  const name =
    NUMBERS.find(each => pending.params[each] !== undefined) ??
    pending.missing?.find(each => COUNTED.has(each));
  const said = Object.entries(params).some(
    ([each, value]) =>
      !ABOUT.has(each) &&
      value !== pending.params[each] &&
      (each !== name || value !== number),
  );
  if (!match || number === undefined || !name || said) {
    return undefined;
  }
  const value = inPlaceOf(pending.params[name], name, number);
  return value === undefined
    ? undefined
    : {
        value: { [name]: value },
        alone: alone !== null,
        span: spanOf(match, 1),
      };
}

/** A number in the form of the value that it takes the place of. */
function inPlaceOf(before: unknown, name: string, number: number): unknown {
  if (typeof before === 'number' || before === undefined) {
    return number;
  }
  const text = String(before);
  if (name === 'schedule') {
    const [, , ...dates] = text.split(' ');
    return Number.isInteger(number) && number < 24 && dates.length === 3
      ? ['0', number, ...dates].join(' ')
      : undefined;
  }
  const unit = WITH_UNIT.exec(text);
  if (unit) {
    return `${unit[1]}${number}${unit[3]}`;
  }
  return /^\d+$/.test(text) ? String(number) : undefined;
}

import { NUMBER, toNumber } from '../values/numbers';
import type { PendingCase } from './types';

/** "3 would be safer", "eight is plenty actually", "make that two". */
const BARE = new RegExp(
  `^(?:(?:hmm+|oh|ok|okay|well|ah|sorry|wait|no|nah|actually|rather|only|just|say|let's (?:say|make it|do)|make (?:it|that|them)|i meant?|i (?:want(?:ed)?|said|need)|we (?:want|need)(?: to have)?|to have|better|maybe|perhaps|take|use|to|at|with|it should be|should be|could (?:it|that|we) be|can (?:it|we|that) be|rather)[,.]* )*(${NUMBER})(?: of (?:them|those|it))?(?:,? (?:would|will|is|are|should|might|be|do|safer|better|enough|plenty|fine|ok|okay|actually|please|pls|then|instead|rather|too|really|for now|sufficient|good|perfect|then|max|at most|of them|nicely|today|i think|right))*[.!?]*$`,
  'u',
);
/** Values that are a number and a unit, which a bare number keeps. */
const WITH_UNIT = /^(P?T?)(\d+(?:\.\d+)?)([A-Za-z]+)$/;
const NUMBERS = [
  ...['replicas', 'add', 'factor', 'count', 'amount'],
  ...['memory', 'cpu', 'storage', 'ttl', 'since'],
];

/**
 * "hmm no, 3 would be safer" changes the number that was said before, which
 * keeps its unit.
 *
 * @param params - What the message says otherwise; then its number is no change.
 */
export function bareNumber(
  params: Record<string, unknown>,
  { reading, pending }: Pick<PendingCase, 'reading' | 'pending'>,
): Record<string, unknown> | undefined {
  const match = reading.lower.match(BARE);
  const number = match ? toNumber(match[1]) : undefined;
  const name = NUMBERS.find(each => pending.params[each] !== undefined);
  const said = Object.keys(params).some(each => each !== name);
  if (number === undefined || !name || said) {
    return undefined;
  }
  const before = pending.params[name];
  if (typeof before === 'number') {
    return { [name]: number };
  }
  const unit = typeof before === 'string' ? WITH_UNIT.exec(before) : null;
  return unit ? { [name]: `${unit[1]}${number}${unit[3]}` } : undefined;
}

import type { Extractor, Said } from '../types';
import { isInName, said } from './match';
import { NUMBER, toNumber } from '../text';
import { quantitiesSaid } from './quantity';

const CURRENCY = '(?:dollars?|bucks|usd|eur|euros?|pounds?|gbp|quid|[$€£])';
/** Without one of these no sum is said, which is quickly seen. */
const HINT = new RegExp(`${CURRENCY}|month|pcm`, 'u');
const SUMS = [
  new RegExp(`(?:[$€£]|\\b(?:usd|eur|gbp)) ?(${NUMBER})( ?k)?(?![\\w])`, 'u'),
  new RegExp(`(?<![\\w.-])(${NUMBER})( ?k)? ?${CURRENCY}`, 'u'),
  new RegExp(
    `(?<![\\w.-])(${NUMBER})( ?k)?(?= (?:(?:more )?(?:an?|per|each|every) month|monthly|pcm))`,
    'u',
  ),
];

/** A sum of money per month, in the portal's currency. */
export const money: Extractor = ({ lower }) => {
  if (!HINT.test(lower)) {
    return undefined;
  }
  for (const pattern of SUMS) {
    const match = lower.match(pattern);
    const value = match ? toNumber(match[1]) : undefined;
    if (match && value !== undefined) {
      return said(match[2] ? value * 1000 : value, match);
    }
  }
  return undefined;
};

/** Numbers of something else: "80 percent", "in 3 days". */
const OTHERWISE =
  /^ ?(?:%|percent|per cent|days?|weeks?|months?|hours?|minutes?|years?|times|am\b|pm\b)/u;

const ANY_NUMBER = new RegExp(`(?<![\\w.-])(${NUMBER})( ?k)?(?![\\w-])`, 'gu');

/** A quantity for memory and storage, else the number said. */
export const amount: Extractor = (reading, wanted) => {
  const [quantity] = quantitiesSaid(reading);
  if (quantity && wanted.parameters.has('resource')) {
    return quantity;
  }
  const sum = money(reading, wanted);
  if (sum) {
    return sum;
  }
  for (const match of reading.lower.matchAll(ANY_NUMBER)) {
    const found = said(match, match);
    const after = reading.lower.slice(found.spans[0].end);
    const value = toNumber(match[1]);
    if (
      value !== undefined &&
      !OTHERWISE.test(after) &&
      !isInName(reading, found.spans[0]) &&
      // "that one" and "one of us" are no numbers.
      !(match[1] === 'one' && !/^ (?:more|extra|additional|other)/.test(after))
    ) {
      return said(match[2] ? value * 1000 : value, match) as Said<number>;
    }
  }
  const another = reading.lower.match(
    /\b(?:another|an (?:extra|additional))\b/u,
  );
  return another && wanted.parameters.has('resource')
    ? said(1, another)
    : undefined;
};

import type { Extractor, Reading, Said } from '../types';
import { isInName, said, spanOf } from './match';
import { NUMBER, toNumber } from '../text';

const UNITS: Array<[RegExp, string, boolean]> = [
  [/^(?:m|mins?|minutes?)$/, 'M', true],
  [/^(?:h|hrs?|hours?)$/, 'H', true],
  [/^(?:d|days?)$/, 'D', false],
  [/^(?:wks?|weeks?)$/, 'W', false],
  [/^months?$/, 'M', false],
  [/^(?:yrs?|years?)$/, 'Y', false],
];
const UNIT =
  '(mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|months?|yrs?|years?)';
const PATTERN = new RegExp(
  `(?<![\\w.-])(${NUMBER}|half an?|an?|another|a further|an additional|one more|(?:the )?(?:last|past|next|previous))(?: (${NUMBER}|few|couple(?: of)?|half(?: an?)?))?(?: more| further| additional| extra| longer)?[ -]?${UNIT}(?:'s?)?( and a half)?\\b`,
  'gu',
);
/** Without one of these no length of time is said, which is quickly seen. */
const HINT =
  /min|hour|hr|day|week|wk|month|year|yr|fortnight|quarter|\d ?[mhdw]\b/u;
const SHORT = /(?<![\w.-])(\d+) ?(m|h|d|w)\b/gu;

function iso(amount: number, unit: string, time: boolean): string {
  if (time || Number.isInteger(amount)) {
    if (time && unit === 'H' && !Number.isInteger(amount)) {
      const whole = Math.floor(amount);
      const minutes = Math.round((amount - whole) * 60);
      return `PT${whole ? `${whole}H` : ''}${minutes}M`;
    }
    return `P${time ? 'T' : ''}${amount}${unit}`;
  }
  const smaller: Record<string, [number, string]> = {
    D: [24, 'H'],
    W: [7, 'D'],
    M: [30, 'D'],
    Y: [12, 'M'],
  };
  const [times, next] = smaller[unit];
  const rounded = Math.round(amount * times);
  return unit === 'D' ? `PT${rounded}H` : `P${rounded}${next}`;
}

/** "Half", "a few" and "another" are numbers too. */
function amountOf(word: string): number | undefined {
  if (word.startsWith('half')) {
    return 0.5;
  }
  if (word === 'few') {
    return 3;
  }
  return /another|further|additional|one more|last|past|next|previous/.test(
    word,
  )
    ? 1
    : toNumber(word);
}

/**
 * Lengths of time that a message says, in the unit said: 'two weeks' is
 * `P2W`, 'half an hour' `PT30M`. `relative` where it is the last or past ones.
 */
export function durationsSaid(
  reading: Reading,
): Array<Said<string> & { relative: boolean; bare?: boolean }> {
  if (!HINT.test(reading.lower)) {
    return [];
  }
  const long = Array.from(reading.lower.matchAll(PATTERN)).flatMap(match => {
    const [, first, second, unit, half] = match;
    const found = UNITS.find(([pattern]) => pattern.test(unit));
    const before = reading.lower.slice(0, match.index);
    // "20 dollars a month", "every two weeks" and "per month" are no lengths.
    const isRate = /(?:per|every|each|once|twice) $/.test(before);
    const bare =
      /^an?$/.test(first) &&
      !/(?:\b(?:for|about|around|in|within|after|over|of|by|almost|at least|up to|than|ttl:?)|^) ?$/.test(
        before,
      );
    // "1800 hours" is a time of day.
    const isClock = /^\d{4}$/.test(first) && unit === 'hours';
    if (!found || isRate || isClock || isInName(reading, spanOf(match))) {
      return [];
    }
    // "it is to last three months" is no time that is over.
    const relative =
      /last|past|previous/.test(first) &&
      !/\b(?:to|should|must|will|shall|would|can|needs to) $/u.test(before);
    const amount = amountOf(second ?? first);
    if (amount === undefined) {
      return [];
    }
    const value = iso(amount + (half ? 0.5 : 0), found[1], found[2]);
    return [{ ...said(value, match), relative, bare }];
  });
  const short = Array.from(reading.lower.matchAll(SHORT)).flatMap(match => {
    const letter = match[2].toUpperCase();
    const time = letter === 'H' || letter === 'M';
    return isInName(reading, spanOf(match))
      ? []
      : [
          {
            ...said(iso(Number(match[1]), letter, time), match),
            relative: false,
          },
        ];
  });
  const named: Array<[RegExp, string]> = [
    [/\b(?:a )?fortnight\b/u, 'P2W'],
    [/\bhalf a year\b/u, 'P6M'],
    [/\b(?:for|by) (?:a|one|another) quarter\b(?! of)/u, 'P3M'],
  ];
  const words = named.flatMap(([pattern, value]) => {
    const match = reading.lower.match(pattern);
    return match ? [{ ...said(value, match), relative: false }] : [];
  });
  return [...words, ...long, ...short];
}

const plainly = (reading: Reading) =>
  durationsSaid(reading).filter(({ bare }) => !bare);

/** How long something is to live; "give it a week" where that is the wish. */
export const ttl: Extractor = (reading, { intent, asked }) =>
  (intent === 'extend_environment' || asked
    ? durationsSaid(reading)
    : plainly(reading)
  ).find(each => !each.relative && !isAppointment(reading, each));

/** "the visitors come next week" says when, and not how long. */
function isAppointment(
  { lower }: Reading,
  { spans: [{ start, end }] }: Said,
): boolean {
  return (
    /^next (?:day|week|month|year)/u.test(lower.slice(start, end)) &&
    !/\b(?:for|over|another|extra) (?:the )?$/u.test(lower.slice(0, start))
  );
}

/** How far back to look. */
export const since: Extractor = reading => plainly(reading)[0];

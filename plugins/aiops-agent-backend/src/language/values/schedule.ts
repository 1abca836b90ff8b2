import type { Extractor } from '../types';
import { timeOfDay } from './clock';
import { NUMBER, toNumber } from '../text';

/** Names of days as people write them, from Sunday on. */
const DAYS = [
  'sun(?:day)?s?',
  'mon(?:day)?s?',
  'tue(?:s(?:day)?)?s?',
  'wed(?:nesday)?s?',
  'thu(?:r(?:s(?:day)?)?)?s?',
  'fri(?:day)?s?',
  'sat(?:urday)?s?',
];
const DAY = `(?:${DAYS.join('|')})`;

function dayOf(word: string): number {
  return DAYS.findIndex(day => new RegExp(`^${day}$`, 'u').test(word));
}

/** Days of the week as cron has them: `1-5`, `1,4`. */
function daysOfWeek(lower: string): string | undefined {
  const range = lower.match(
    new RegExp(`\\b(${DAY}) ?(?:-|to|till|until|through) ?(${DAY})\\b`, 'u'),
  );
  if (range) {
    return `${dayOf(range[1])}-${dayOf(range[2])}`;
  }
  if (
    /\b(?:week ?days?|working days?|work ?days?|business days?|school days?)\b/u.test(
      lower,
    )
  ) {
    return '1-5';
  }
  if (/\bweek ?ends?\b/u.test(lower)) {
    return '0,6';
  }
  const said = DAYS.flatMap((day, index) =>
    new RegExp(`\\b${day}\\b`, 'u').test(lower) ? [index] : [],
  );
  return said.length > 0 ? said.join(',') : undefined;
}

/** Days of the month: 'on the 1st and 15th of each month' is `1,15`. */
function daysOfMonth(lower: string): string | undefined {
  if (!/\bmonth(?:s|ly)?\b/u.test(lower)) {
    return undefined;
  }
  const numbers = Array.from(
    lower.matchAll(/\b(\d{1,2})(?:st|nd|rd|th)\b/gu),
    match => match[1],
  );
  if (numbers.length > 0) {
    return numbers.join(',');
  }
  return /\b(?:every|each|monthly|once a|per|first)\b|\bmonthly\b/u.test(lower)
    ? '1'
    : undefined;
}

/** 'every six hours', 'half-hourly': as cron, without a time of day. */
function everySoOften(lower: string): string | undefined {
  const every = lower.match(
    new RegExp(
      `\\b(?:every|each) (${NUMBER}|half|other|second)(?: an?)?[ -]?(hours?|hrs?|h|minutes?|mins?)\\b`,
      'u',
    ),
  );
  if (every) {
    const [, number, unit] = every;
    if (number === 'half') {
      return '*/30 * * * *';
    }
    const step = /other|second/.test(number) ? 2 : toNumber(number) ?? 1;
    return unit.startsWith('h') ? `0 */${step} * * *` : `*/${step} * * * *`;
  }
  return /\b(?:hourly|(?:every|each|once an|per) hour)\b/u.test(lower)
    ? '0 * * * *'
    : undefined;
}

/** Five-field cron from speech: 'every night at 2' is `0 2 * * *`. */
export const schedule: Extractor = ({ lower }, { asked }) => {
  const spans = [{ start: 0, end: lower.length }];
  const written = lower.match(
    /(?<!\S)(?:[\d*/,-]+ ){4}[\d*/,-]+(?![^\s.,;"'])/u,
  );
  if (written) {
    return { value: written[0], spans };
  }
  const often = everySoOften(lower);
  if (often) {
    return { value: often, spans };
  }
  const time = timeOfDay(lower);
  // Two in the morning, where no time is said.
  const { hour, minute } = time ?? { hour: 2, minute: 0 };
  const at = `${minute} ${hour}`;
  const value = (dates: string) => ({ value: `${at} ${dates}`, spans });
  const month = daysOfMonth(lower);
  if (month) {
    return value(`${month} * *`);
  }
  const week = daysOfWeek(lower);
  if (week) {
    return value(`* * ${week}`);
  }
  if (/\b(?:weekly|(?:every|each|once a|per) week)\b/u.test(lower)) {
    return value('* * 0');
  }
  if (/\btwice (?:a|per) day\b|\btwice daily\b/u.test(lower)) {
    return { value: `${minute} ${hour % 12},${(hour % 12) + 12} * * *`, spans };
  }
  if (/\bevery (?:other|second) day\b/u.test(lower)) {
    return value('*/2 * *');
  }
  const daily =
    /\b(?:nightly|daily|day by day|(?:every|each|per|once a)(?: single)? (?:night|day|morning|evening|afternoon)|overnight|at night|in the night)\b/u.test(
      lower,
    ) ||
    // "every day" may be what was asked for: "at 3" is enough of an answer.
    (time && (asked || /\bat\b|\bo'?clock\b/u.test(lower)));
  return daily ? value('* * *') : undefined;
};

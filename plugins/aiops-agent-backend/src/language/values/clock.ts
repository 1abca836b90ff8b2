import { NUMBER, toNumber } from '../text';

const SPOKEN = new RegExp(
  `\\b(half past|quarter past|quarter to|half) (${NUMBER})\\b(?! ?(?:hours?|minutes?|days?|weeks?|cores?|cpus?|of))`,
  'gu',
);

/**
 * 'half past six' as `6:30`, filled up with spaces, so that positions hold in
 * both texts.
 */
export function withClockTimes(lower: string): string {
  return lower.replace(SPOKEN, (whole, how: string, said: string) => {
    const hour = toNumber(said);
    if (hour === undefined || !Number.isInteger(hour) || hour > 24) {
      return whole;
    }
    // "half six" is half past six in Britain.
    const [shown, minutes] = {
      'quarter past': [hour, '15'],
      'quarter to': [(hour + 23) % 24, '45'],
    }[how] ?? [hour, '30'];
    return `${shown}:${minutes}`.padEnd(whole.length);
  });
}

const PART =
  "(?: (?:o'?clock))?(?: (?:in the|at) (morning|afternoon|evening|night))?";
const TIMES = [
  /(?<![\w.:-])(\d\d)([0-5]\d) (?:hours|hrs|h)\b/u,
  new RegExp(
    `(?<![\\w.:-])(\\d{1,2})[:.h](\\d\\d)(?: ?([ap])\\.?m\\b\\.?)?${PART}(?![\\w.:]*\\d)`,
    'u',
  ),
  /(?<![\w.:-])(\d{1,2})()(?: ?([ap])\.?m\b\.?)/u,
  new RegExp(
    `(?<![\\w.:-])(${NUMBER})()() o'?clock(?: (?:in the|at) (morning|afternoon|evening|night))?`,
    'u',
  ),
  new RegExp(
    `(?<![\\w.:-])(${NUMBER})()() (?:in the|at) (morning|afternoon|evening|night)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:at|@|around|from) (${NUMBER})()()()(?![\\w:.%-]| ?(?:copies|replicas|percent|days?|weeks?|hours?|gb|gigs?|mb))`,
    'u',
  ),
];

/**
 * A time of day in a text; undefined where none is said. An hour up to eleven
 * in the afternoon, the evening or late at night counts from noon.
 */
export function timeOfDay(
  text: string,
): { hour: number; minute: number } | undefined {
  const lower = withClockTimes(text);
  const named = lower.match(/\b(noon|midday|midnight)\b/u);
  if (named) {
    return { hour: named[1] === 'midnight' ? 0 : 12, minute: 0 };
  }
  for (const pattern of TIMES) {
    const match = lower.match(pattern);
    const hour = match ? toNumber(match[1]) : undefined;
    const minute = Number(match?.[2] || 0);
    if (
      match &&
      hour !== undefined &&
      Number.isInteger(hour) &&
      hour < 25 &&
      minute < 60
    ) {
      const half = match[3] ?? '';
      const part = match[4] ?? '';
      return { hour: onTheClock(hour, half, part, lower), minute };
    }
  }
  return undefined;
}

function onTheClock(
  hour: number,
  half: string,
  part: string,
  lower: string,
): number {
  if (half) {
    return (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const isLate =
    /afternoon|evening/.test(part) ||
    (part === '' && /\b(?:afternoons?|evenings?|tonight)\b/u.test(lower)) ||
    // "every night at 2" is after midnight, "at 11" before it.
    (/\bnights?\b|\bnightly\b/u.test(lower) && hour > 6);
  return (isLate && hour < 12 ? hour + 12 : hour) % 24;
}

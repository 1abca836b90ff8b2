import type { Extractor } from '../types';

const DAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
const TIME =
  /\b(?:at )?(?:(\d{1,2})(?::(\d\d))? ?(am|pm)|(\d{1,2}):(\d\d)|at (\d{1,2})(?: o'?clock)?|(noon|midday|midnight))\b/u;

/** Minute and hour of a cron expression; two in the morning where none is said. */
function timeOf(lower: string): [minute: number, hour: number] {
  const match = lower.match(TIME);
  if (!match) {
    return [0, 2];
  }
  const [, twelve, minutes, half, hour, minute, bare, word] = match;
  if (word) {
    return [0, word === 'midnight' ? 0 : 12];
  }
  if (twelve) {
    return [
      Number(minutes ?? 0),
      (Number(twelve) % 12) + (half === 'pm' ? 12 : 0),
    ];
  }
  const said = Number(hour ?? bare);
  const evening = /\b(?:evening|afternoon)\b/u.test(lower) && said < 12;
  return [Number(minute ?? 0), (evening ? said + 12 : said) % 24];
}

/** Five-field cron from speech: 'every night at 2' is `0 2 * * *`. */
export const schedule: Extractor = ({ lower }) => {
  const spans = [{ start: 0, end: lower.length }];
  const written = lower.match(/(?<!\S)(?:[\d*/,-]+ ){4}[\d*/,-]+(?!\S)/u);
  if (written) {
    return { value: written[0], spans };
  }
  const [minute, hour] = timeOf(lower);
  const at = `${minute} ${hour}`;
  const every = lower.match(
    /\bevery (\d+|two|three|four|six|eight|twelve) (hours?|minutes?)\b/u,
  );
  if (every) {
    const words: Record<string, number> = {
      two: 2,
      three: 3,
      four: 4,
      six: 6,
      eight: 8,
      twelve: 12,
    };
    const step = words[every[1]] ?? Number(every[1]);
    return {
      value: every[2].startsWith('hour')
        ? `0 */${step} * * *`
        : `*/${step} * * * *`,
      spans,
    };
  }
  if (/\b(?:hourly|every hour|each hour)\b/u.test(lower)) {
    return { value: '0 * * * *', spans };
  }
  if (
    /\b(?:weekdays?|working days?|workdays?|monday to friday|mon-fri)\b/u.test(
      lower,
    )
  ) {
    return { value: `${at} * * 1-5`, spans };
  }
  const days = DAYS.flatMap((day, index) =>
    new RegExp(`\\b${day}s?\\b`, 'u').test(lower) ? [index] : [],
  );
  if (days.length > 0) {
    return { value: `${at} * * ${days.join(',')}`, spans };
  }
  if (/\b(?:weekends?)\b/u.test(lower)) {
    return { value: `${at} * * 0,6`, spans };
  }
  if (/\b(?:weekly|every week|each week|once a week)\b/u.test(lower)) {
    return { value: `${at} * * 0`, spans };
  }
  if (/\b(?:monthly|every month|each month|once a month)\b/u.test(lower)) {
    return { value: `${at} 1 * *`, spans };
  }
  if (
    /\b(?:nightly|daily|every (?:night|day|morning|evening)|each (?:night|day)|once a day)\b/u.test(
      lower,
    )
  ) {
    return { value: `${at} * * *`, spans };
  }
  return undefined;
};

const FIELDS: Array<[name: string, from: number, to: number]> = [
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day of month', 1, 31],
  ['month', 1, 12],
  ['day of week', 0, 7],
];

const SHORTHANDS: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
/** By the index of their field. */
const NAMES: Record<number, string[]> = {
  3: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  4: DAYS,
};
const MINUTE_MS = 60_000;
/** A schedule that doesn't come up in five years never does. */
const HORIZON_MINUTES = 5 * 366 * 24 * 60;

/** A schedule as cron writes it. */
export interface Schedule {
  /** The first time after the given one, or undefined when there is none. */
  next(after: Date): Date | undefined;
}

/** Reads `15 8-18 * * mon-fri`. @throws Error that says what is wrong with it */
export function parseSchedule(text: string, timeZone?: string): Schedule {
  const parts = (SHORTHANDS[text.trim()] ?? text.trim()).split(/\s+/);
  if (parts.length !== 5) {
    throw new Error(
      `expected exactly 5 fields, found ${parts.length}: [${parts.join(' ')}]`,
    );
  }
  const sets = parts.map((part, index) => values(part, index));
  const anyDay = parts[2] === '*' || parts[2] === '?';
  const anyWeekday = parts[4] === '*' || parts[4] === '?';
  const [minutes, hours, days, months, weekdays] = sets;
  const clock = localClock(timeZone);

  return {
    next(after) {
      let time = Math.floor(after.getTime() / MINUTE_MS + 1) * MINUTE_MS;
      for (let steps = 0; steps < HORIZON_MINUTES; ) {
        const local = clock(new Date(time));
        const dayFits =
          months.has(local.month) &&
          (anyDay || anyWeekday
            ? days.has(local.day) && weekdays.has(local.weekday)
            : days.has(local.day) || weekdays.has(local.weekday));
        if (dayFits && hours.has(local.hour) && minutes.has(local.minute)) {
          return new Date(time);
        }
        // Whole hours and days that don't fit are leapt over.
        let leap = 1;
        if (!dayFits) {
          leap = Math.max(1, (23 - local.hour) * 60 + (60 - local.minute));
        } else if (!hours.has(local.hour)) {
          leap = 60 - local.minute;
        }
        steps += leap;
        time += leap * MINUTE_MS;
      }
      return undefined;
    },
  };
}

function values(part: string, index: number): Set<number> {
  const [name, from, to] = FIELDS[index];
  const found = new Set<number>();
  for (const piece of part.split(',')) {
    const match = /^(\*|\?|[\w]+)(?:-(\w+))?(?:\/(\d+))?$/.exec(piece);
    if (!match) {
      throw new Error(`failed to parse ${name}: ${part}`);
    }
    const [, first, last, step] = match;
    const all = first === '*' || first === '?';
    const begin = all ? from : numberOf(first, index);
    let end = all || step ? to : begin;
    if (last) {
      end = numberOf(last, index);
    }
    if (!(begin >= from && end <= to && begin <= end) || step === '0') {
      throw new Error(`${name} out of range: ${part}`);
    }
    for (let value = begin; value <= end; value += Number(step ?? 1)) {
      found.add(index === 4 ? value % 7 : value);
    }
  }
  return found;
}

function numberOf(text: string, index: number): number {
  const at = (NAMES[index] ?? []).indexOf(text.toLowerCase());
  if (at >= 0) {
    return FIELDS[index][1] + at;
  }
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

/** Reads a time as clocks show it in a time zone, UTC unless given. @throws Error for an unknown zone */
function localClock(timeZone?: string) {
  if (!timeZone) {
    return (at: Date) => ({
      minute: at.getUTCMinutes(),
      hour: at.getUTCHours(),
      day: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      weekday: at.getUTCDay(),
    });
  }
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      minute: 'numeric',
      hour: 'numeric',
      day: 'numeric',
      month: 'numeric',
      weekday: 'short',
    });
  } catch (error) {
    throw new Error(`unknown time zone ${timeZone}`, { cause: error });
  }
  return (at: Date) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, value]),
    );
    return {
      minute: Number(parts.minute),
      hour: Number(parts.hour),
      day: Number(parts.day),
      month: Number(parts.month),
      weekday: DAYS.indexOf(parts.weekday.toLowerCase()),
    };
  };
}

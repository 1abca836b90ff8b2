import { timeOfDay } from '../values/clock';
import type { PendingCase } from './types';

/** Minute and hour, and the days, of a cron expression for a time of day. */
const DAILY = /^(\d+ \d+) (.+)$/;
const DAYS =
  /day|week|month|daily|nightly|\b(?:mon|tue|wed|thu|fri|sat|sun|night|morning|evening|every|each)/iu;

/** "only on weekdays" keeps the time that was said, "at six" the days. */
export function withSchedule(
  params: Record<string, unknown>,
  { reading, pending }: Pick<PendingCase, 'reading' | 'pending'>,
): Record<string, unknown> {
  const before = DAILY.exec(String(pending.params.schedule ?? ''));
  const now = DAILY.exec(String(params.schedule ?? ''));
  if (!before || !now) {
    return params;
  }
  const saysTime = timeOfDay(reading.lower) !== undefined;
  const saysDays = DAYS.test(
    reading.lower.replace(/\b(?:in the|at) (?:morning|evening|night)\b/u, ''),
  );
  return {
    ...params,
    schedule: `${saysTime ? now[1] : before[1]} ${
      saysDays ? now[2] : before[2]
    }`,
  };
}

import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';
import { counted, together } from './lists';
import { say } from '../../words';

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const;

/**
 * `two weeks` as people write it: `2 weeks` for `P2W`.
 *
 * @throws InputError when it is no ISO 8601 duration or no time at all.
 */
export function durationWord(iso: string): string {
  const duration = Duration.fromISO(iso);
  const parts = duration.isValid
    ? UNITS.filter(unit => duration.get(unit) > 0).map(unit =>
        counted(duration.get(unit), unit.slice(0, -1)),
      )
    : [];
  if (parts.length === 0) {
    throw new InputError(
      say`How long it is needed is written like "P2W" for two weeks. Nothing was changed; say it again.`,
    );
  }
  return together(parts);
}

/** Days in an average month: 365.25 / 12. */
const DAYS_IN_MONTH = 30.4375;

/**
 * What part of a month a period is, for money that is known per month;
 * undefined where the period is not understood.
 */
export function shareOfMonth(period: string): number | undefined {
  switch (period) {
    case 'today':
    case 'yesterday':
      return 1 / DAYS_IN_MONTH;
    case 'this_week':
    case 'last_week':
      return 7 / DAYS_IN_MONTH;
    case 'this_month':
    case 'last_month':
      return 1;
    default: {
      const duration = Duration.fromISO(period);
      const days = duration.isValid ? duration.as('days') : 0;
      return days > 0 ? days / DAYS_IN_MONTH : undefined;
    }
  }
}

import { localeOf, say } from '../words';

/** Money to whole hundredths. */
export function roundMoney(amount: number): number {
  const rounded = Math.round((amount + Number.EPSILON) * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

/**
 * Money for people: from 10 on without hundredths, `$0.40` below.
 *
 * @param currency - Three-letter code.
 */
export function formatMoney(amount: number, currency: string): string {
  const cents = roundMoney(amount);
  const digits = Math.abs(cents) >= 10 || Number.isInteger(cents) ? 0 : 2;
  return new Intl.NumberFormat(localeOf('money'), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents);
}

/** `$10 a month` */
export function formatMonthly(amount: number, currency: string): string {
  return say`${formatMoney(amount, currency)} a month`;
}

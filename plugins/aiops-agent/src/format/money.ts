import { locale } from './locale';

/** An amount in a currency (ISO 4217), without cents where there are none. */
export function money(amount: number, currency: string): string {
  const whole = Math.round(amount * 100) % 100 === 0;
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(amount);
}

/** A share (1 is all of it), to whole percents; a little is never none. */
export function percent(share: number): string {
  const shown = share > 0 && share < 0.01 ? 0.01 : share;
  return new Intl.NumberFormat(locale(), {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(shown);
}

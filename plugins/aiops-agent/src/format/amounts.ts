import { locale } from './locale';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

function number(value: number, digits: number): string {
  return new Intl.NumberFormat(locale(), {
    maximumFractionDigits: digits,
  }).format(value);
}

/**
 * Bytes in the unit that suits the largest of them: `980 MiB`, or
 * `0.99 GiB` beside 1.5.
 */
export function bytes(amount: number, largest = amount): string {
  const unit = Math.min(
    UNITS.length - 1,
    largest < 1 ? 0 : Math.floor(Math.log2(largest) / 10),
  );
  const value = amount / 1024 ** unit;
  return `${number(value, value < 10 ? 2 : 0)} ${UNITS[unit]}`;
}

/** Cores or shares of one: `0.25`, `2` */
export function cores(amount: number): string {
  return number(amount, amount < 0.1 ? 3 : 2);
}

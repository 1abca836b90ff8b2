import { randomInt } from 'node:crypto';

/** Letters and digits, without those that are read as each other (0O 1lI). */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const DIGITS = '23456789';

const DEFAULT_LENGTH = 24;

/**
 * A random password that begins with a letter and holds a digit: some 140
 * bits at the default length. It needs no quoting anywhere.
 *
 * @param random - an integer from 0 up to, and without, its argument.
 */
export function generatePassword(
  length: number = DEFAULT_LENGTH,
  random: (below: number) => number = randomInt,
): string {
  const pick = (from: string) => from[random(from.length)];
  for (;;) {
    const rest = Array.from({ length: length - 1 }, () =>
      pick(LETTERS + DIGITS),
    ).join('');
    if (/\d/.test(rest) || length < 2) {
      return pick(LETTERS) + rest;
    }
  }
}

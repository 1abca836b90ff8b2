import { createHash, randomBytes } from 'node:crypto';

/** Kubernetes' alphabet for generated names: no vowels, so no words. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** A random part of a name, such as `x7k2p`. */
export function randomSuffix(length = 5): string {
  return [...randomBytes(length)]
    .map(byte => ALPHABET[byte % ALPHABET.length])
    .join('');
}

/** A part of a name that is the same for the same text, such as `7d9f6c8b54`. */
export function hashSuffix(text: string, length = 10): string {
  return [...createHash('sha256').update(text).digest().subarray(0, length)]
    .map(byte => ALPHABET[byte % ALPHABET.length])
    .join('');
}

/** A number from 0 to 1 that is the same for the same text. */
export function hashFraction(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

import type { Sentences } from '../say';

/**
 * German, by the place where the English sentence stands. People are spoken to
 * with "du", as colleagues are.
 */
export const de: Sentences = {};

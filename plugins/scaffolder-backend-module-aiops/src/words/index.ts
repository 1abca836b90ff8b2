import { de } from './de';
import { en } from './en';

export type Words = typeof en;

/**
 * What the step says in a language; in English where it is none of ours.
 *
 * @param language - As in `de` or `de-AT`.
 */
export function wordsIn(language = 'en'): Words {
  return language.split('-')[0] === 'de' ? de : en;
}

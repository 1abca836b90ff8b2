import { AsyncLocalStorage } from 'node:async_hooks';

/** Languages that the portal speaks; the first where none is chosen. */
export const LANGUAGES = ['en', 'de'] as const;

/** ISO 639-1 code of a language that the portal speaks. */
export type Language = (typeof LANGUAGES)[number];

const spoken = new AsyncLocalStorage<Language>();

/** The language of what is being said now; English outside of any turn. */
export function currentLanguage(): Language {
  return spoken.getStore() ?? LANGUAGES[0];
}

/**
 * Runs something whose sentences are in a language, also those of its errors.
 * Sentences arise on every step of the path; handing the language through all
 * of them would be in the way of everything else.
 */
export function speaking<T>(language: Language, run: () => T): T {
  return spoken.run(language, run);
}

/** English dates are written as in Britain, its money as in America: `$10`. */
const LOCALES: Record<Language, { dates: string; money: string }> = {
  en: { dates: 'en-GB', money: 'en-US' },
  de: { dates: 'de-DE', money: 'de-DE' },
};

/** How dates or money are written now, for `Intl`. */
export function localeOf(what: 'dates' | 'money'): string {
  return LOCALES[currentLanguage()][what];
}

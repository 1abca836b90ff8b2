/** What a template says that may be said in other languages too. */
const WORDS = ['title', 'description', 'enumNames', 'name'] as const;

type Words = Partial<Record<(typeof WORDS)[number], string | string[]>>;

interface Spoken {
  'ui:options'?: { in?: Record<string, Words> };
}

/**
 * What was written in a template, with the words that it has for a language
 * in the place of the English ones. They stand beside them, wherever in the
 * template that is: `ui:options: { in: { de: { title: Wie es heißt } } }`.
 *
 * @param language - As in `de` or `de-AT`.
 * @returns A copy; what isn't said in that language stays as it is.
 */
export function inLanguage<T>(written: T, language: string): T {
  if (Array.isArray(written)) {
    return written.map(item => inLanguage(item, language)) as T;
  }
  if (typeof written !== 'object' || written === null) {
    return written;
  }
  const entries = Object.entries(written).map(([key, value]) => [
    key,
    inLanguage(value, language),
  ]);
  return { ...Object.fromEntries(entries), ...wordsOf(written, language) };
}

function wordsOf(written: Spoken, language: string): Words {
  const translated = written['ui:options']?.in ?? {};
  const words = translated[language] ?? translated[language.split('-')[0]];
  return Object.fromEntries(
    WORDS.filter(word => words?.[word]).map(word => [word, words[word]]),
  );
}

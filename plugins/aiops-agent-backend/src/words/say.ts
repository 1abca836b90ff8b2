import { de } from './de';
import { elsewhere } from './de/elsewhere';
import { currentLanguage, type Language } from './language';

/** Sentences of a language by their English ones, with `{0}` for what goes in. */
export type Sentences = Readonly<Record<string, string>>;

type Translated = Exclude<Language, 'en'>;

const SENTENCES: Record<Translated, Sentences> = { de };

/** Of these only the English ones are known, with what goes in already in. */
const ELSEWHERE: Record<Translated, Array<[RegExp, string]>> = {
  de: patternsOf(elsewhere),
};

function patternsOf(sentences: Sentences): Array<[RegExp, string]> {
  return Object.entries(sentences).map(([english, sentence]) => [
    new RegExp(
      `^${english
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\\\{\d+\\\}/g, '(.+)')}$`,
      's',
    ),
    sentence,
  ]);
}

// A template is the same object each time it is run.
const keys = new WeakMap<TemplateStringsArray, string>();

function keyOf(parts: TemplateStringsArray): string {
  let key = keys.get(parts);
  if (key === undefined) {
    key = parts.reduce((whole, part, index) => `${whole}{${index - 1}}${part}`);
    keys.set(parts, key);
  }
  return key;
}

function filled(sentence: string, values: unknown[]): string {
  return sentence.replace(/\{(\d+)\}/g, (_, index) => String(values[index]));
}

/** The sentence in the present language; English where it has none. */
function translated(key: string): string | undefined {
  const language = currentLanguage();
  return language === 'en' ? undefined : SENTENCES[language][key];
}

/**
 * A sentence for people, in the language of the turn:
 * ``say`I'd make ${name}.` ``. The English one is the key of the others, which
 * are in `words/<language>/` and may put what goes in into another order.
 */
export function say(parts: TemplateStringsArray, ...values: unknown[]): string {
  return filled(translated(keyOf(parts)) ?? keyOf(parts), values);
}

/**
 * A whole sentence that was written in English elsewhere, such as a policy's
 * reason, in the language of the turn.
 */
export function sayAgain(sentence: string): string {
  return translated(sentence) ?? sentence;
}

/**
 * The sentence of an error from a part that speaks English alone and has filled
 * in what goes in, such as a module's or the Git repository's, in the language
 * of the turn. It stays as it is where nobody has said it in that language.
 */
export function sayElsewhere(sentence: string): string {
  const language = currentLanguage();
  if (language === 'en') {
    return sentence;
  }
  for (const [pattern, translation] of ELSEWHERE[language]) {
    const found = pattern.exec(sentence);
    if (found) {
      return filled(translation, found.slice(1));
    }
  }
  return sayAgain(sentence);
}

/**
 * Marks an English sentence that is made before anybody has spoken, such as one
 * in a table; whoever uses it says it with {@link sayAgain}.
 */
export function phrase(parts: TemplateStringsArray): string {
  return parts[0];
}

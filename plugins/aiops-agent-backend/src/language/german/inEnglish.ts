import { languageOf } from '../../words';
import { GERMAN } from './glossary';

/** Longest phrase of the glossary, in words. */
const LONGEST = Math.max(
  ...[...GERMAN.keys()].map(phrase => phrase.split(' ').length),
);

/** A name or word with what parts it from the next. */
const WORD = /([\p{L}\p{N}][\p{L}\p{N}'’.:/_-]*[\p{L}\p{N}]|[\p{L}\p{N}])/gu;

/** `datenbank` behind `wordpress-`, and the like. */
function compound(word: string): string | undefined {
  const [, front, back] = /^(.+)-(\p{L}+)$/u.exec(word) ?? [];
  const english = back && GERMAN.get(back.toLowerCase());
  return english ? `${front} ${english}` : undefined;
}

/**
 * A German message in the words that the parser knows; one in another language
 * as it is. Names, numbers and whatever the glossary doesn't have stay.
 *
 * @param names - Of things that exist; they are never translated.
 */
export function inEnglish(text: string, names: readonly string[]): string {
  if (languageOf(text) !== 'de') {
    return text;
  }
  const known = new Set(names.map(name => name.toLowerCase()));
  const parts = text.split(WORD);
  const words = parts.map(part => part.toLowerCase());
  let english = '';
  // Every second part is a word, those between part them.
  for (let index = 0; index < parts.length; ) {
    if (index % 2 === 0 || known.has(words[index])) {
      english += parts[index++];
      continue;
    }
    let length = 0;
    for (let count = LONGEST; count > 0 && length === 0; count--) {
      const end = index + 2 * count - 1;
      const apart = parts.slice(index, end).filter((_, at) => at % 2 === 1);
      const phrase = words
        .slice(index, end)
        .filter((_, at) => at % 2 === 0)
        .join(' ');
      if (
        end <= parts.length &&
        apart.every(between => /^\s+$/.test(between)) &&
        GERMAN.has(phrase)
      ) {
        english += GERMAN.get(phrase);
        length = 2 * count - 1;
      }
    }
    if (length === 0) {
      english += compound(parts[index]) ?? parts[index];
      length = 1;
    }
    index += length;
  }
  return english;
}

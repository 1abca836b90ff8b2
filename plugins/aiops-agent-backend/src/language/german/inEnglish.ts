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
  const language = languageOf(text);
  if (language === 'en') {
    return text;
  }
  const { english, whole } = translated(withoutIdioms(text), names);
  // "Passt so" has no mark of a language, but is nothing but German.
  return language === 'de' || whole ? english : text;
}

/** Words that are the same in both languages. */
const NEUTRAL =
  /^(?:\p{N}+|gb|mb|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|valkey|wordpress|ghost|nextcloud|gitea)$/iu;

/** What means something else than its words. */
const IDIOMS: Array<[german: RegExp, english: string]> = [
  [/\b(?:mach|tu)(?:e|t)? das(?=[,.!]|$| bitte\b| mal\b| ruhig\b)/giu, 'do it'],
  [/\bmach(?=[,.!]|$)/giu, 'do it'],
  [/\bmach(?:e|t)? (?:mal )?(.+?) (?:draus|daraus)\b/giu, 'make it $1'],
];

function withoutIdioms(text: string): string {
  return IDIOMS.reduce(
    (rest, [german, english]) => rest.replace(german, english),
    text,
  );
}

/** The message word by word, and whether each word was one of the glossary. */
function translated(
  text: string,
  names: readonly string[],
): { english: string; whole: boolean } {
  const known = new Set(names.map(name => name.toLowerCase()));
  const parts = text.split(WORD);
  const words = parts.map(part => part.toLowerCase());
  let english = '';
  let whole = true;
  let any = false;
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
        any = true;
        length = 2 * count - 1;
      }
    }
    if (length === 0) {
      const front = compound(parts[index]);
      whole &&= front !== undefined || NEUTRAL.test(parts[index]);
      english += front ?? parts[index];
      length = 1;
    }
    index += length;
  }
  return { english, whole: whole && any };
}

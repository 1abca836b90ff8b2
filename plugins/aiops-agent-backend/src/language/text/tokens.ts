import type { Token } from '../types';

const WORD = /[\p{L}\p{N}]+(?:[-_.'][\p{L}\p{N}]+)*/gu;

/** What most messages are already. */
const TIDY = /^[!-_a-~]+(?: [!-_a-~]+)*$/u;

/** Plain quotes and dashes, single spaces, no control or invisible characters. */
export function tidy(text: string): string {
  if (TIDY.test(text)) {
    return text;
  }
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** Lower case of the same length, so that positions hold in both. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, char => {
        const small = char.toLowerCase();
        return small.length === char.length ? small : char;
      }).join('');
}

/** The words of a text in lower case, with where they stand. */
export function tokenize(lower: string): Token[] {
  return Array.from(lower.matchAll(WORD), match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** `Our Résumé page` as `our-resume-page`. */
export function kebabCase(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

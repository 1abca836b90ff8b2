import { editDistance, slipsAllowed } from '../text';
import type { Mention, Token } from '../types';
import { kindOf } from './kindWords';
import { partsOf, type Name, type Names } from './names';

/** Names are looked for in so many words. */
const MOST_WORDS = 4;
/** Words between names that belong to none. */
const NO_PART = new Set(
  'of to in on the a an for from is are and my our at by with it does has as or be was this that get'.split(
    ' ',
  ),
);

const sorted = (text: string) => [...text].sort().join('');

/** True when two parts of names are the same but for a slip of the finger. */
function samePart(said: string, part: string): boolean {
  if (said === part) {
    return true;
  }
  // Of a short part only swapped letters are a slip: `dve`, but never `qa`.
  if (part.length < 5) {
    return (
      part.length > 2 &&
      said.length === part.length &&
      sorted(said) === sorted(part)
    );
  }
  const slips = slipsAllowed(part.length);
  return editDistance(said, part, slips) <= slips;
}

/**
 * How many slips lie between words and a name; undefined where it isn't that
 * name.
 */
function slipsBetween(
  words: string[],
  said: string,
  { squeezed, parts }: Name,
): number | undefined {
  const inParts = words.length === parts.length;
  if (inParts && !parts.every((part, at) => samePart(words[at], part))) {
    return undefined;
  }
  // Spaced otherwise than it is written, it allows for little else.
  const most = inParts || words.length === 1 ? slipsAllowed(said.length) : 1;
  const slips = editDistance(said, squeezed, most);
  return slips <= most ? slips : undefined;
}

/** Names that words spell with slips; of several equally near ones all. */
function nearest(parts: string[][], said: string, names: Names): Name[] {
  const alike = names.alike(said);
  const words = alike.length > 0 ? parts.flat() : [];
  if (words.some(word => NO_PART.has(word))) {
    return [];
  }
  let fewest = Infinity;
  let best: Name[] = [];
  for (const name of alike) {
    const slips = slipsBetween(words, said, name);
    if (slips !== undefined && slips < fewest) {
      fewest = slips;
      best = [name];
    } else if (slips === fewest) {
      best.push(name);
    }
  }
  return best;
}

function pick(names: Name[], kind: Mention['kind'] | undefined): Name {
  return (
    names.find(name => name.kind === kind) ??
    names.find(name => name.kind !== 'team') ??
    names[0]
  );
}

/** The words from one on, written in one: one word, two words, and so on. */
function runsFrom(first: number, squeezed: string[], most: number): string[] {
  const runs: string[] = [];
  let said = '';
  for (const word of squeezed.slice(first, first + MOST_WORDS)) {
    said += word;
    if (said.length > most) {
      break;
    }
    runs.push(said);
  }
  return runs;
}

/** Windows of a few words against whole names, slips included. */
export function exactMentions(tokens: Token[], names: Names): Mention[] {
  const found: Mention[] = [];
  const parts = tokens.map(({ text }) => partsOf(text.replace(/'s$/u, '')));
  const squeezed = parts.map(each => each.join(''));
  let first = 0;
  while (first < tokens.length) {
    const runs = runsFrom(first, squeezed, names.longest);
    let step = 1;
    for (let size = runs.length; size > 0; size -= 1) {
      const said = runs[size - 1];
      const last = first + size - 1;
      const near =
        names.spelt(said) ?? nearest(parts.slice(first, last + 1), said, names);
      if (near.length > 0) {
        const beside = kindOf(tokens[last + 1]) ?? kindOf(tokens[first - 1]);
        const { kind, name } = pick(near, beside);
        found.push({
          kind,
          name,
          strength: 'exact',
          start: tokens[first].start,
          end: tokens[last].end,
        });
        step = size;
        break;
      }
    }
    first += step;
  }
  return found;
}

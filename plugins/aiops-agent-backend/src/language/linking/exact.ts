import { editDistance, slipsAllowed } from '../text';
import type { Mention, Token } from '../types';
import { kindOf } from './kindWords';
import { digitsOf, partsOf, type Name } from './names';

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
 * name. Numbers are never slips: `blog2` isn't `blog1`.
 */
function slipsBetween(
  words: string[],
  said: string,
  name: Name,
): number | undefined {
  const { squeezed, parts, kind } = name;
  const allowed = slipsAllowed(said.length);
  // Teams are called by words that mean something else with another letter.
  if (
    kind === 'team' ||
    squeezed.length < 5 ||
    Math.abs(squeezed.length - said.length) > allowed ||
    name.digits !== digitsOf(said)
  ) {
    return undefined;
  }
  const inParts = words.length === parts.length;
  if (inParts && !parts.every((part, at) => samePart(words[at], part))) {
    return undefined;
  }
  // Spaced otherwise than it is written, it allows for little else.
  const most = inParts || words.length === 1 ? allowed : 1;
  const slips = editDistance(said, squeezed, most);
  return slips <= most ? slips : undefined;
}

/** Names that words spell with slips; of several equally near ones all. */
function nearest(words: string[], said: string, names: Name[]): Name[] {
  if (said.length < 5 || words.some(word => NO_PART.has(word))) {
    return [];
  }
  let fewest = Infinity;
  let best: Name[] = [];
  for (const name of names) {
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

/** Windows of a few words against whole names, slips included. */
export function exactMentions(tokens: Token[], names: Name[]): Mention[] {
  const found: Mention[] = [];
  const parts = tokens.map(({ text }) => partsOf(text.replace(/'s$/u, '')));
  let first = 0;
  while (first < tokens.length) {
    let step = 1;
    for (
      let size = Math.min(MOST_WORDS, tokens.length - first);
      size > 0;
      size -= 1
    ) {
      const last = first + size - 1;
      const words = parts.slice(first, last + 1).flat();
      const said = words.join('');
      const same = names.filter(name => name.squeezed === said);
      const near = same.length > 0 ? same : nearest(words, said, names);
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

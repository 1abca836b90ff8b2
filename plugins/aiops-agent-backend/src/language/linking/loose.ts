import { NUMBER, editDistance, slipsAllowed } from '../text';
import type { Mention, Token } from '../types';
import { kindOf, KIND_WORDS } from './kindWords';
import type { Name, Names } from './names';

/** Parts of names that are too common to stand for one loosely. */
const WEAK_PARTS = new Set([
  ...Object.keys(KIND_WORDS),
  ...['dev', 'test', 'staging', 'prod', 'web', 'my', 'new', 'the', 'a', 'to'],
  ...['in', 'on', 'of', 'and', 'for', 'is', 'it', 'data', 'main', 'one', 'at'],
]);

const IS_NUMBER = new RegExp(`^${NUMBER}$`, 'u');

/** Names of which a word is a part, slips included. */
function having(word: string, { byPart }: Names): Name[] {
  const same = byPart.get(word);
  const slips = slipsAllowed(word.length);
  if (same || slips === 0) {
    return same ?? [];
  }
  const found = new Set<Name>();
  for (const [part, names] of byPart) {
    // First letters are seldom wrong.
    if (
      part.length > 5 &&
      part[0] === word[0] &&
      editDistance(word, part, slips) <= slips
    ) {
      names.forEach(name => found.add(name));
    }
  }
  return [...found];
}

/**
 * The only one, or the one that the others are versions of: `checkout-api`
 * rather than `checkout-api-staging`.
 */
function baseOf(names: Name[]): Name | undefined {
  const [base, ...others] = [...names].sort(
    (a, b) => a.name.length - b.name.length,
  );
  return base && others.every(({ name }) => name.startsWith(`${base.name}-`))
    ? base
    : undefined;
}

/** Parts that one name alone of its kind has. */
export function looseMentions(
  tokens: Token[],
  names: Names,
  taken: Mention[],
): Mention[] {
  const found: Mention[] = [];
  tokens.forEach((token, index) => {
    const word = token.text.replace(/'s$/u, '');
    const covered = taken.some(
      mention => mention.start < token.end && token.start < mention.end,
    );
    if (
      covered ||
      word.length < 3 ||
      WEAK_PARTS.has(word) ||
      IS_NUMBER.test(word)
    ) {
      return;
    }
    const next = tokens[index + 1];
    const beside = kindOf(next);
    const all = having(word, names);
    const ofKind = beside ? all.filter(name => name.kind === beside) : all;
    const apps = ofKind.filter(name => name.kind === 'application');
    const candidates = !beside && apps.length > 0 ? apps : ofKind;
    const only = baseOf(candidates);
    if (only) {
      found.push({
        kind: only.kind,
        name: only.name,
        strength: 'loose',
        start: token.start,
        end: beside ? next.end : token.end,
      });
    }
  });
  return found;
}

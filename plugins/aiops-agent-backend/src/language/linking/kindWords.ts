import { editDistance, slipsAllowed } from '../text';
import type { Mention, Token } from '../types';

/** Words that say what kind of thing a name is, so they name nothing alone. */
export const KIND_WORDS: Record<string, Mention['kind']> = {
  env: 'environment',
  environment: 'environment',
  namespace: 'environment',
  app: 'application',
  application: 'application',
  site: 'application',
  website: 'application',
  db: 'database',
  database: 'database',
  cache: 'database',
  team: 'team',
};

/** Those that may be misspelt. */
const LONG = Object.keys(KIND_WORDS).filter(word => word.length > 7);

/** The kind that a word gives a name beside it: "the shop database". */
export function kindOf(token: Token | undefined): Mention['kind'] | undefined {
  if (!token) {
    return undefined;
  }
  if (Object.hasOwn(KIND_WORDS, token.text)) {
    return KIND_WORDS[token.text];
  }
  const slips = slipsAllowed(token.text.length);
  const near =
    slips > 0
      ? LONG.find(
          word =>
            word[0] === token.text[0] &&
            editDistance(word, token.text, slips) <= slips,
        )
      : undefined;
  return near === undefined ? undefined : KIND_WORDS[near];
}

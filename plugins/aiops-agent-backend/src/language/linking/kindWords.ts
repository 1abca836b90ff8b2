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

/** The kind that a word gives a name beside it: "the shop database". */
export function kindOf(token: Token | undefined): Mention['kind'] | undefined {
  return token && Object.hasOwn(KIND_WORDS, token.text)
    ? KIND_WORDS[token.text]
    : undefined;
}

import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import type { Mention, Token } from '../types';
import { exactMentions } from './exact';
import { looseMentions } from './loose';
import { namesOf } from './names';

/**
 * The names of the context that a message speaks of, robust to misspelling,
 * spacing and loose speech. Only names of the context can come out, and the
 * context holds only what the person may see.
 */
export function linkEntities(
  tokens: Token[],
  context: LanguageContext,
  loosely = true,
): Mention[] {
  const names = namesOf(context);
  const exact = exactMentions(tokens, names);
  return loosely ? [...exact, ...looseMentions(tokens, names, exact)] : exact;
}

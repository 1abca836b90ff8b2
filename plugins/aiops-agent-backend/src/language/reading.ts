import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import { linkEntities } from './linking';
import { lowerCase, tidy, tokenize } from './text';
import type { Reading, Vocabulary } from './types';

/** Prepares a message for everything that reads it. */
export function readMessage(input: {
  text: string;
  now: Date;
  context: LanguageContext;
  vocabulary: Vocabulary;
}): Reading {
  // A person writes a few lines; more would only cost time.
  const text = tidy(input.text).slice(0, 4000);
  const lower = lowerCase(text);
  const tokens = tokenize(lower);
  return {
    text,
    lower,
    tokens,
    mentions: linkEntities(tokens.slice(0, 400), input.context),
    now: input.now,
    context: input.context,
    vocabulary: input.vocabulary,
  };
}

import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import { linkEntities } from './linking';
import { lowerCase, overlaps, tidy, tokenize } from './text';
import type { Spoken, Reading, Vocabulary } from './types';
import { host } from './values/host';
import { image } from './values/image';

/** Names are looked for among so many words; more would only cost time. */
const MOST_WORDS = 400;
const ANYTHING = { intent: '', parameters: new Set<string>(), asked: false };

/** Prepares a message for everything that reads it. */
export function readMessage(input: {
  text: string;
  now: Date;
  context: LanguageContext;
  vocabulary: Vocabulary;
  spoken?: Spoken;
  /** False leaves out names that are only spoken of loosely, to save time. */
  loosely?: boolean;
}): Reading {
  // A person writes a few lines; more would only cost time.
  const text = tidy(input.text).slice(0, 4000);
  const lower = lowerCase(text);
  const tokens = tokenize(lower);
  const reading: Reading = {
    text,
    lower,
    tokens,
    mentions: [],
    spoken: input.spoken ?? {},
    now: input.now,
    context: input.context,
    vocabulary: input.vocabulary,
  };
  // Images and addresses hold words that may be names of something else.
  const opaque = [image, host].flatMap(
    extract => extract(reading, ANYTHING)?.spans ?? [],
  );
  const words = tokens
    .slice(0, MOST_WORDS)
    .filter(token => !opaque.some(span => overlaps(span, token)));
  return {
    ...reading,
    mentions: linkEntities(words, input.context, input.loosely),
  };
}

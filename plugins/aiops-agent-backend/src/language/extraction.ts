import type { KnownIntent, Reading, Said, Span } from './types';
import { extractors } from './values';
import { overlaps } from './values/match';
import { choiceOf, optionsOf } from './values/choice';

/** Parameters that a message gives an intent, and what of it says them. */
export interface Extraction {
  params: Record<string, unknown>;
  spans: Span[];
}

/** Parameters that take words which others may have meant, read last. */
const READ_LAST = ['name', 'count', 'topic'];

/** What a new thing is called is its name and nothing else besides. */
function withoutName(reading: Reading, { spans }: Said): Reading {
  const blank = (text: string) =>
    spans.reduce(
      (rest, { start, end }) =>
        `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`,
      text,
    );
  const free = (span: Span) => !spans.some(other => overlaps(other, span));
  return {
    ...reading,
    text: blank(reading.text),
    lower: blank(reading.lower),
    tokens: reading.tokens.filter(free),
    mentions: reading.mentions.filter(free),
  };
}

/** True when a value could be this parameter's, wrong as it may still be. */
function fits(
  schema: {
    safeParse(value: unknown): {
      success: boolean;
      error?: { issues: Array<{ code: string }> };
    };
  },
  value: unknown,
) {
  const result = schema.safeParse(value);
  // A string that is too long or ill-formed is kept: whoever prepares the
  // intent says what is wrong with it. Another type or word is no value.
  return (
    result.success ||
    (typeof value === 'string' &&
      result.error?.issues.every(
        ({ code }) =>
          code !== 'invalid_type' &&
          code !== 'invalid_value' &&
          code !== 'invalid_union',
      ) === true)
  );
}

/**
 * Everything that a message says of an intent's parameters, in their normal
 * forms. What isn't said is absent.
 */
export function extractParameters(
  reading: Reading,
  intent: KnownIntent,
  state: { asked?: readonly string[]; pending?: boolean } = {},
): Extraction {
  const { asked = [], pending = false } = state;
  const shape = intent.parameters.shape;
  const names = Object.keys(shape).sort(
    (a, b) => READ_LAST.indexOf(a) - READ_LAST.indexOf(b),
  );
  const parameters = new Set(names);
  const params: Record<string, unknown> = {};
  const spans: Span[] = [];
  const plain = { intent: intent.name, parameters, asked: false };
  const called = parameters.has('name')
    ? extractors.name(reading, plain)
    : undefined;
  const rest = called ? withoutName(reading, called) : reading;
  for (const name of names) {
    const schema = shape[name];
    const options = optionsOf(schema);
    const extract = Object.hasOwn(extractors, name)
      ? extractors[name]
      : options && choiceOf(options);
    const found = extract?.(name === 'name' ? reading : rest, {
      intent: intent.name,
      parameters,
      pending,
      // A word alone can be a name only when nothing else was found in it.
      asked: asked.includes(name) && (name !== 'name' || spans.length === 0),
    });
    if (found && fits(schema as Parameters<typeof fits>[0], found.value)) {
      params[name] = found.value;
      spans.push(...found.spans);
    }
  }
  return { params: withoutEchoes(params), spans };
}

/** Drops values that a stronger reading of the same words already took. */
function withoutEchoes(
  params: Record<string, unknown>,
): Record<string, unknown> {
  const result = { ...params };
  // "in staging" says where; what that is for is known there.
  if (result.environment !== undefined) {
    delete result.tier;
  }
  return result;
}

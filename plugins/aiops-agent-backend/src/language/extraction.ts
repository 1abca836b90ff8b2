import type { KnownIntent, Reading, Span } from './types';
import { extractors } from './values';
import { choiceOf, optionsOf } from './values/choice';

/** Parameters that a message gives an intent, and what of it says them. */
export interface Extraction {
  params: Record<string, unknown>;
  spans: Span[];
}

/** Parameters that take words which others may have meant, read last. */
const READ_LAST = ['name', 'count', 'topic'];

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
  for (const name of names) {
    const schema = shape[name];
    const options = optionsOf(schema);
    const extract = Object.hasOwn(extractors, name)
      ? extractors[name]
      : options && choiceOf(options);
    const found = extract?.(reading, {
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
  return { params: withoutEchoes(params, reading), spans };
}

/** Drops values that a stronger reading of the same words already took. */
function withoutEchoes(
  params: Record<string, unknown>,
  reading: Reading,
): Record<string, unknown> {
  const result = { ...params };
  // "call it shop-dev": the new name is no place that exists.
  if (result.name !== undefined && result.name === result.environment) {
    const mentions = reading.mentions.filter(
      ({ kind, strength }) => kind === 'environment' && strength === 'exact',
    );
    if (mentions.length < 2) {
      delete result.environment;
    }
  }
  // "in staging" says where; what that is for is known there.
  if (result.environment !== undefined) {
    delete result.tier;
  }
  // A version or a count beside an image belongs to it.
  if (
    result.image !== undefined &&
    typeof result.name === 'string' &&
    String(result.image).includes(`${result.name}:`)
  ) {
    delete result.name;
  }
  return result;
}

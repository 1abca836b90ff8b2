import { without } from './blanking';
import { carriedOver } from './carriedOver';
import type { KnownIntent, Reading, Span } from './types';
import { extractors } from './values';
import { overlaps } from './text';
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

/** Not what a whole message said, such as a schedule. */
function isShort({ start, end }: Span, { text }: Reading): boolean {
  return end - start < text.length;
}

/** Parameters that any word could be meant for, so they choose last. */
const OPEN = [
  ...['name', 'application', 'environment', 'target', 'subject', 'playbook'],
  ...['team', 'app', 'request', 'topic', 'reason', 'query'],
];

/** True for a parameter that a word can be meant for which is in no list. */
export function takesAnyWord(parameter: string): boolean {
  return OPEN.includes(parameter);
}

/**
 * Everything that a message says of an intent's parameters, in their normal
 * forms. What isn't said is absent.
 *
 * @param state - `asked` names those that the conversation has just asked for;
 * a bare word that says nothing else may be meant for one of them.
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
  const read = (name: string, from: Reading, isAsked: boolean) => {
    const schema = shape[name];
    const options = optionsOf(schema);
    const extract = Object.hasOwn(extractors, name)
      ? extractors[name]
      : options && choiceOf(options);
    const found = extract?.(from, {
      intent: intent.name,
      parameters,
      pending,
      asked: isAsked,
    });
    // An answer says something; what is merely spoken of is no answer.
    const isSaid = found && !(pending && found.spans.length === 0);
    if (isSaid && fits(schema as Parameters<typeof fits>[0], found.value)) {
      params[name] = found.value;
      spans.push(...found.spans);
    }
  };
  const answer = () => {
    const open = names
      .filter(name => asked.includes(name) && params[name] === undefined)
      .sort((a, b) => OPEN.indexOf(a) - OPEN.indexOf(b));
    for (const name of open) {
      read(name, without(reading, spans), true);
    }
  };
  // A single word answers what was asked before it says anything else.
  if (reading.tokens.length === 1) {
    for (const name of names.filter(each => !OPEN.includes(each))) {
      read(name, reading, asked.includes(name));
    }
    answer();
  }
  if (parameters.has('name') && params.name === undefined) {
    read('name', reading, false);
  }
  // What a new thing is called is its name and nothing else besides.
  const rest = without(reading, [...spans]);
  for (const name of names.filter(each => !OPEN.includes(each))) {
    if (params[name] === undefined) {
      read(name, rest, false);
    }
  }
  // "viewer" is a role rather than a part of the name `xray-viewer`.
  const meant = {
    ...rest,
    mentions: rest.mentions.filter(
      mention =>
        mention.strength === 'exact' ||
        !spans.some(span => overlaps(span, mention) && isShort(span, rest)),
    ),
  };
  for (const name of names.filter(each => OPEN.includes(each))) {
    if (params[name] === undefined && name !== 'name') {
      read(name, meant, false);
    }
  }
  answer();
  return {
    params: withoutEchoes({ ...carriedOver(reading, names), ...params }),
    spans,
  };
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
  // "not one more, double it"
  if (result.factor !== undefined || result.replicas !== undefined) {
    delete result.add;
  }
  return result;
}

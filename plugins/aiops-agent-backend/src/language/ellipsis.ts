import type { ChosenIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { extractParameters } from './extraction';
import { coverage } from './pending/coverage';
import type { KnownIntent, Reading } from './types';

const AGAIN =
  /^(?:(?:ok|okay|oh|hmm|thanks|great|now|good|alright|cool)[,.!]? )*(?:and|what about|how about|also|same (?:for|with|thing for|again for)|the same (?:for|with|on)|do the same (?:for|to|with)|then|now|plus|or|as well as|likewise|only|just)\b[ ,]*/iu;
const TOO = /\b(?:too|as well|also|likewise)[.!?]*$/iu;
/** What one thing has and another hasn't. */
const OWN = new Set(['name', 'host', 'request', 'reason', 'image', 'made']);
/** Parameters that say what a wish is about. */
const ABOUT = ['application', 'target', 'environment', 'request', 'subject'];

/** The same wish again with what is different this time. */
export interface Repeated {
  intent: string;
  params: Record<string, unknown>;
  confidence: number;
}

/**
 * "and the api too", "what about last month?": the last wish again, about
 * something else. Undefined where the message says more than that.
 */
export function readEllipsis(
  reading: Reading,
  last: ChosenIntent,
  intent: KnownIntent,
): Repeated | undefined {
  const says = AGAIN.test(reading.text) || TOO.test(reading.text);
  // "last month?" alone asks the same again, where it was a question.
  const isShort = intent.kind === 'answer' && reading.tokens.length <= 3;
  if (!says && !isShort) {
    return undefined;
  }
  const extraction = extractParameters(reading, intent, { pending: true });
  const { share } = coverage(reading, extraction);
  if (
    (!says && share < 0.99) ||
    Object.keys(extraction.params).length === 0 ||
    share < 0.75
  ) {
    return undefined;
  }
  const { params } = extraction;
  const isOther = ABOUT.some(
    name => params[name] !== undefined && params[name] !== last.params[name],
  );
  const kept = Object.entries(last.params).filter(
    ([name]) => !isOther || !OWN.has(name),
  );
  return {
    intent: last.intent,
    params: { ...Object.fromEntries(kept), ...params },
    confidence: 0.6 + 0.35 * share,
  };
}

/** True where it is about another thing than what waits: a second request. */
export function isSecond(
  { params }: Pick<Repeated, 'params'>,
  before: Record<string, unknown>,
): boolean {
  return ['application', 'target', 'environment'].some(
    name =>
      before[name] !== undefined &&
      params[name] !== undefined &&
      params[name] !== before[name],
  );
}

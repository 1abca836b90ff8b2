import type { ChosenIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { isQuestion } from './acts';
import { isAnotherWish } from './pending/otherWish';
import type { PendingCase } from './pending';
import { valuesSaid } from './pending/values';
import type { Reading } from './types';
import { isWrapping } from './wrapping';

const AGAIN =
  /^(?:(?:ok|okay|oh|ah|hmm|thanks|great|now|good|alright|cool|so)[,.!]? )*(?:and|what about|how about|also|same (?:for|with|thing for|again for)|the same (?:for|with|on)|do the same (?:for|to|with)|then|now|plus|or|as well as|likewise|only|just)\b[ ,]*/iu;
const TOO =
  /\b(?:too|as well|also|likewise)[.!?]*$|\b(?:the )?(?:exact(?:ly)? )?(?:the )?same(?: thing| again)?\b|\bditto\b|\bthe same way\b/iu;
/** How an answer is asked for once more, with something else in it. */
const REFINES =
  /^(?:(?:ok|okay|oh|ah|hmm+|no|nah|sorry|wait|well|ugh|actually|thanks|great|cool)[,.!]* )*(?:make (?:it|that)|only|just|actually|no|i mean(?:t)?|for|from|in|since|over|during|rather|with|without|filter|limit|narrow|show (?:me )?(?:only|just)|the (?:last|past)|last|past|go back|what if|instead|not)\b|\b(?:only|i mean(?:t)?|instead|rather|enough|ones?|please|will do|is fine)[.!?]*$/iu;
/** "No no, I meant the other" is a correction, whatever its no may suggest. */
const MEANT = /\bi mean(?:t)?\b/iu;
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

/** "same search on the feed" says no more than "same on the feed". */
function withoutSameness({ reading, reread }: PendingCase): Reading {
  const text = reading.text.replace(
    /\b(same) (?!for\b|with\b|on\b|in\b|as\b|thing\b|again\b|but\b)\p{L}+ (?=(?:for|on|with|in|of|from|but|and|only) )/giu,
    '$1 ',
  );
  return text === reading.text ? reading : reread(text);
}

/**
 * "and the api too", "what about last month?", "only the errors": the last
 * wish again, about something else. Undefined where the message says more than
 * that.
 *
 * @param context - With the last wish in place of what is pending.
 */
export function readEllipsis(context: PendingCase): Repeated | undefined {
  const { ranking, intent } = context;
  const reading = withoutSameness(context);
  const last: ChosenIntent = context.pending;
  const says = AGAIN.test(reading.text) || TOO.test(reading.text);
  const isAnswer = intent.kind === 'answer';
  const refines =
    isAnswer && reading.tokens.length <= 10 && REFINES.test(reading.text);
  // "last month?" alone asks the same again, where it was a question.
  const isShort = isAnswer && reading.tokens.length <= 3;
  if (!says && !refines && !isShort) {
    return undefined;
  }
  const { changes, share } = valuesSaid(context, reading, ['request']);
  const other = { pending: last, reading, ranking, saysValues: true };
  // "now I also want a Gitea" is a wish of its own.
  const isWhole =
    'name' in intent.parameters.shape &&
    ranking.candidates[0]?.intent === last.intent &&
    ranking.confidence > 0.75 &&
    reading.tokens.length > 5;
  // "And is the website all right?" doesn't ask to change it too.
  const asks = !isAnswer && isQuestion(reading.text);
  if (isWhole || asks) {
    return undefined;
  }
  // A few words that are nothing but values are no wish of their own.
  const isBrief =
    reading.tokens.length <= 4 ||
    (reading.tokens.length <= 7 && ranking.confidence < 0.85);
  const enough =
    (share > 0.99 && (isBrief || !isAnotherWish(other))) ||
    (says && share >= 0.75 && !isAnotherWish(other)) ||
    (refines &&
      share >= 0.4 &&
      (MEANT.test(reading.text) || !isAnotherWish(other)));
  if (!enough || Object.keys(changes).length === 0) {
    return unknownOther(context);
  }
  const isOther = ABOUT.some(name => changes[name] !== undefined);
  const kept = Object.entries(last.params).filter(
    ([name]) => !isOther || !OWN.has(name),
  );
  return {
    intent: last.intent,
    params: { ...Object.fromEntries(kept), ...changes },
    confidence: 0.6 + 0.35 * share,
  };
}

const OTHER_NAME =
  /^(?:ok |oh |ah )?(?:and|what about|how about|also|same for)(?: for)? (?:the |my |our )?([\p{L}][\p{L}\p{N}-]*)(?: (?:too|as well))?[?.!]*$/iu;

/** "and the api?", where nothing is known by that name: that is then said. */
function unknownOther({ reading, pending, intent }: PendingCase) {
  const name = ABOUT.find(
    each => pending.params[each] !== undefined && each !== 'request',
  );
  const word = OTHER_NAME.exec(reading.text)?.[1].toLowerCase();
  const isName = word && word.length > 2 && !isWrapping(word);
  return name && isName && name in intent.parameters.shape
    ? {
        intent: pending.intent,
        params: { ...pending.params, [name]: word },
        confidence: 0.8,
      }
    : undefined;
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

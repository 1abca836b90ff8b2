import { isQuestion, type Act } from '../acts';
import { OUT_OF_SCOPE } from '../classifier';
import { extractors } from '../values';
import { isBareNumber } from './numbers';
import { isAnotherWish } from './otherWish';
import { replaceable } from './replaceable';
import { change, type Finding, type PendingCase } from './types';
import { valuesSaid } from './values';

const CORRECTION =
  /^(?:(?:hmm+|oh|ok|well|ah|ugh|er|sorry|wait|typo|oops|whoops|pardon|excuse me|my (?:bad|mistake)|please|right|good|fine|on (?:second thoughts?|reflection)|in that case|then|or)[,.!]* )*(?:actually|just|only|no|also|plus|add|sorry|no wait|wait|rather|instead|make (?:it|that|them|the)|change|switch|use|better|call (?:it|that)|name (?:it|that)|rename|set|let'?s|i(?:'d| would) (?:rather|prefer|like)|i meant?|with|without|and|but|can (?:it|we|you) (?:be|make it|call it|use)|could (?:it|we|you) (?:be|make it|call it|use)|put it|it should|it's|in|for|to|as|at|from)\b|\b(?:instead|rather|i mean(?:t)?|i wanted to say|should (?:be|read|say)|ought to (?:be|read))\b|\bnot \S+$/iu;
/** How a wish of its own begins. */
const STARTS =
  /^(?:please |can you |could you |i (?:want|need|would like) (?:to )?|let's )*(?:show|list|delete|remove|create|deploy|install|restart|scale|resize|give|grant|revoke|take|back|restore|roll|update|upgrade|cancel|withdraw|approve|reject|hibernate|pause|wake|extend|expose|rotate|run|add|tell|notify|alert|help|explain|who|stop|start|put|open)\b/iu;
const MAKING = /^(?:deploy|create_environment)/;
const OF_THINGS = /^(?:scale|resize|expose)_application$/;

/** A text that answers the one open question which takes any words. */
function freeAnswer({
  pending,
  intent,
  reading,
}: PendingCase): Record<string, unknown> | undefined {
  const [only, ...others] = pending.missing ?? [];
  // Values of a known form are read by their extractors.
  const isFree = only && !Object.hasOwn(extractors, only);
  if (!isFree || others.length > 0 || reading.tokens.length > 5) {
    return undefined;
  }
  const value = reading.text.replace(/[.!]+$/u, '');
  const parsed = intent.parameters.shape[only] as
    | { safeParse(value: unknown): { success: boolean } }
    | undefined;
  return parsed?.safeParse(value).success ? { [only]: value } : undefined;
}

/** Values for what is pending, or undefined where it is about something else. */
export function readValues(
  context: PendingCase,
  answer: Act | undefined,
): Finding | undefined {
  const { pending } = context;
  const reading = answer ? context.reread(answer.rest) : context.reading;
  const ranking = answer ? context.rank(reading) : context.ranking;
  const missing = pending.missing ?? [];
  const corrects = CORRECTION.test(reading.text) || isBareNumber(reading.lower);
  const asked = corrects ? replaceable(context) : missing;
  const { changes, repeated, share } = valuesSaid(context, reading, asked);
  const asks = isQuestion(reading.text);
  // "people-dev" alone is an answer, whatever else it could be about.
  const saysOnlyValues = share > 0.99;
  const saysValues = Object.keys(changes).length > 0;
  // "smaller, 10 GB is enough" names nothing else that it could be about.
  const isAside =
    saysValues &&
    reading.tokens.length <= 10 &&
    share >= 0.3 &&
    !asks &&
    reading.mentions.every(({ strength }) => strength === 'loose') &&
    ranking.confidence < 0.95 &&
    !STARTS.test(reading.text);
  // Copies, sizes and addresses of what is being made are said of nothing else.
  const isOfMaking =
    saysValues &&
    MAKING.test(pending.intent) &&
    OF_THINGS.test(ranking.candidates[0]?.intent ?? '') &&
    reading.mentions.every(
      ({ strength, kind }) => strength === 'loose' || kind === 'environment',
    );
  // "Drop the postgres" is about the list of what is planned.
  const isOfList = Array.isArray(changes.services);
  const isSeveral =
    Object.keys(changes).length > 1 &&
    share >= 0.5 &&
    !STARTS.test(reading.text);
  if (
    !isOfMaking &&
    !isOfList &&
    !isSeveral &&
    !(corrects && share >= 0.6) &&
    !saysOnlyValues &&
    !isAside &&
    isAnotherWish({ pending, reading, ranking, saysValues })
  ) {
    return undefined;
  }
  // "Small", where small is what would be taken anyway, is an answer too.
  const isRepeated = saysOnlyValues && Object.keys(repeated).length > 0;
  const params =
    saysValues || isRepeated
      ? { ...repeated, ...changes }
      : freeAnswer({ ...context, reading });
  if (!params || asks) {
    return undefined;
  }
  const same = ranking.candidates[0]?.intent === pending.intent;
  const answers = missing.some(name => params[name] !== undefined);
  // "The budget only stretches to four": the number is what is said of it.
  const isNumber =
    pending.plan &&
    ranking.candidates[0]?.intent === OUT_OF_SCOPE &&
    Object.values(changes).every(value => typeof value === 'number');
  if (
    !same &&
    !answers &&
    share < 0.5 &&
    !corrects &&
    !isNumber &&
    !isOfMaking &&
    !isOfList
  ) {
    return undefined;
  }
  const changesKnown = Object.keys(changes).some(
    name => pending.params[name] !== undefined && !missing.includes(name),
  );
  const command = pending.plan || changesKnown ? 'correct' : 'provide';
  return change(command, params, 0.6 + 0.35 * share);
}

import { readAct } from '../acts';
import { extractParameters } from '../extraction';
import { NUMBER } from '../values/numbers';
import { coverage } from './coverage';
import { withLists } from './lists';
import { isAnotherWish } from './otherWish';
import { withSchedule } from './schedules';
import { change, type Finding, type PendingCase } from './types';
import { afterNo, afterYes, replaceable } from './yesAndNo';

export type { PendingCase } from './types';

const CORRECTION =
  /^(?:(?:hmm|oh|ok|well|ah|sorry|wait)[,.]* )*(?:actually|just|only|no|also|plus|add|sorry|no wait|wait|rather|instead|make (?:it|that|them|the)|change|switch|use|better|call (?:it|that)|name (?:it|that)|rename|set|let'?s|i(?:'d| would) (?:rather|prefer|like)|i meant?|with|without|and|but|can (?:it|we|you) (?:be|make it|call it|use)|could (?:it|we|you) (?:be|make it|call it|use)|put it|it should|it's|in|for|to|as|at|from)\b|\b(?:instead|rather than)\b/iu;
/** "hmm, five" replaces the number that was planned with. */
const BARE_NUMBER = new RegExp(
  `^(?:(?:hmm|oh|well|sorry|wait)[,.]* )*${NUMBER}(?: please)?[.!]?$`,
  'u',
);
/** How a wish of its own begins. */
const STARTS =
  /^(?:please |can you |could you |i (?:want|need|would like) (?:to )?|let's )*(?:show|list|delete|remove|create|deploy|install|restart|scale|resize|give|grant|revoke|take|back|restore|roll|update|upgrade|cancel|withdraw|approve|reject|hibernate|pause|wake|extend|expose|rotate|run|add|tell|notify|alert|help|explain|who|stop|start|put|open)\b/iu;
const QUESTION =
  /^(?:what|why|how|who|when|where|which|is|are|does|do|did|will|has|have|am)\b/iu;

/** A text that answers the one open question which takes any words. */
function freeAnswer({
  pending,
  intent,
  reading,
}: PendingCase): Record<string, unknown> | undefined {
  const [only, ...others] = pending.missing ?? [];
  if (!only || others.length > 0 || reading.tokens.length > 5) {
    return undefined;
  }
  const value = reading.text.replace(/[.!]+$/u, '');
  const parsed = intent.parameters.shape[only] as
    | { safeParse(value: unknown): { success: boolean } }
    | undefined;
  return parsed?.safeParse(value).success ? { [only]: value } : undefined;
}

/**
 * What a message means to a conversation that waits: yes, no, parameters that
 * were asked for, or changes to what is planned. Undefined where it speaks of
 * something else, which leaves what is pending as it is.
 */
export function readWhilePending(context: PendingCase): Finding | undefined {
  const { reading, pending, intent } = context;
  const answer = readAct(reading.text);
  if (answer) {
    return answer.act === 'yes'
      ? afterYes(context, answer.rest)
      : afterNo(context, answer.rest);
  }
  const missing = pending.missing ?? [];
  const corrects =
    CORRECTION.test(reading.text) || BARE_NUMBER.test(reading.lower);
  const asked = corrects ? replaceable(context) : missing;
  const extraction = extractParameters(reading, intent, {
    asked,
    pending: true,
  });
  const { share } = coverage(reading, extraction);
  const isQuestion = QUESTION.test(reading.text) && /\?$/.test(reading.text);
  // "people-dev" alone is an answer, whatever else it could be about.
  const saysOnlyValues = share > 0.99;
  // "smaller, 10 GB is enough" names nothing else that it could be about.
  const isAside =
    Object.keys(extraction.params).length > 0 &&
    reading.tokens.length <= 6 &&
    share >= 0.3 &&
    !isQuestion &&
    reading.mentions.length === 0 &&
    context.ranking.confidence < 0.95 &&
    !STARTS.test(reading.text);
  if (
    !(corrects && share >= 0.6) &&
    !saysOnlyValues &&
    !isAside &&
    isAnotherWish(context)
  ) {
    return undefined;
  }
  const said = withSchedule(withLists(extraction.params, context), context);
  const params = Object.keys(said).length > 0 ? said : freeAnswer(context);
  if (!params || isQuestion) {
    return undefined;
  }
  const same = context.ranking.candidates[0]?.intent === pending.intent;
  const answers = missing.some(name => params[name] !== undefined);
  if (!same && !answers && share < 0.5 && !corrects) {
    return undefined;
  }
  const changes = Object.keys(params).some(
    name => pending.params[name] !== undefined && !missing.includes(name),
  );
  const command = pending.plan || changes ? 'correct' : 'provide';
  return change(command, params, 0.6 + 0.35 * share);
}

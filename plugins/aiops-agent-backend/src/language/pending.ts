import type {
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import { castsDoubt, readAct } from './acts';
import type { Ranking } from './classifier';
import { extractParameters, type Extraction } from './extraction';
import type { KnownIntent, Reading } from './types';
import { enginesSaid } from './values/engine';
import { overlaps } from './values/match';

/** Words that a change of parameters is wrapped in. */
const WRAPPING = new Set(
  (
    'a an the it its this that these them to in on at for with of and or but also as by is be are i we you us me my our want need would like rather ' +
    'instead actually sorry make use take put set change call name named called let please pls have give should must could can new one size traffic ' +
    'storage environment env team tier access host address copies image database db cache engine app site server gb type kind only just no not so then ' +
    "hmm oh well ok too also better maybe perhaps think switch go add get more than old version lets d ll m re s it's let's i'd i'm i'll that's"
  ).split(' '),
);
const CORRECTION =
  /^(?:(?:hmm|oh|ok|well),? )?(?:actually|just|only|no|also|plus|add|sorry|no wait|wait|rather|instead|make (?:it|that|them|the)|change|switch|use|better|call (?:it|that)|name (?:it|that)|rename|set|let'?s|i(?:'d| would) (?:rather|prefer|like)|i meant?|with|without|and|but|can (?:it|we|you) (?:be|make it|call it|use)|could (?:it|we|you) (?:be|make it|call it|use)|put it|it should|it's|in|for)\b|\b(?:instead|rather than)\b/iu;
const QUESTION =
  /^(?:what|why|how|who|when|where|which|is|are|does|do|did|will|has|have|am)\b/iu;

/** Share of the words that carry meaning which the parameters account for. */
function coverage(
  reading: Reading,
  { spans }: Extraction,
): { share: number; left: number } {
  const content = reading.tokens.filter(
    token =>
      spans.some(span => overlaps(span, token)) || !WRAPPING.has(token.text),
  );
  const left = content.filter(
    token => !spans.some(span => overlaps(span, token)),
  ).length;
  return { share: content.length === 0 ? 0 : 1 - left / content.length, left };
}

/** "and redis too" adds to a list, "no redis" takes from it. */
function withLists(
  params: Record<string, unknown>,
  { reading, pending, intent }: PendingCase,
): Record<string, unknown> {
  const before = pending.params.services;
  if (!Array.isArray(before) || !('services' in intent.parameters.shape)) {
    return params;
  }
  const refused = enginesSaid(reading)
    .filter(engine => engine.refused)
    .map(({ name }) => name);
  const said = Array.isArray(params.services) ? params.services : undefined;
  const adds =
    /^(?:(?:yes|ok)[ ,]*)?(?:also|and|plus|add|with)\b|\b(?:too|as well|also)\b/iu.test(
      reading.text,
    );
  if (said && adds) {
    return { ...params, services: [...new Set([...before, ...said])].sort() };
  }
  return refused.length > 0 && !said
    ? { ...params, services: before.filter(name => !refused.includes(name)) }
    : params;
}

type Finding = Omit<Understanding, 'engine'>;

/** Everything that is known when something is pending. */
export interface PendingCase {
  reading: Reading;
  pending: Pending;
  intent: KnownIntent;
  ranking: Ranking;
  /** Prepares another text in the same context. */
  reread(text: string): Reading;
}

function act(
  intent: string,
  commands: Understanding['commands'],
  params: Record<string, unknown> = {},
  confidence = 0.97,
): Finding {
  return { intent, params, confidence, commands };
}

/** True when the message plainly wants something else. */
function isAnotherWish({ ranking, pending, reading }: PendingCase): boolean {
  const [first] = ranking.candidates;
  if (!first || first.intent === pending.intent) {
    return false;
  }
  const words = reading.tokens.length;
  return first.intent === 'out_of_scope'
    ? ranking.confidence > 0.9 && first.score > 0.2 && words > 3
    : ranking.confidence > 0.75 && first.score > -0.15;
}

function afterYes(context: PendingCase, rest: string): Finding | undefined {
  const { intent, pending, reread } = context;
  if (!pending.plan) {
    // Nothing to agree to yet: a yes takes what was offered.
    const { params } = rest
      ? extractParameters(reread(rest), intent, {
          asked: pending.missing,
          pending: true,
        })
      : { params: {} };
    return rest === '' || Object.keys(params).length > 0
      ? act('provide', [{ command: 'provide', params }], params)
      : undefined;
  }
  if (rest === '') {
    return act('confirm', [{ command: 'confirm' }], {}, 1);
  }
  const reading = reread(rest);
  const extraction = extractParameters(reading, intent, { pending: true });
  const params = withLists(extraction.params, { ...context, reading });
  if (Object.keys(params).length === 0) {
    return undefined;
  }
  const correct = { command: 'correct' as const, params };
  const { share, left } = coverage(reading, extraction);
  const plain =
    !castsDoubt(withoutValues(reading, extraction)) &&
    (left <= 1 || share >= 0.7);
  // Where something in it wasn't understood, the new plan is shown first.
  return plain
    ? act('confirm', [{ command: 'confirm' }, correct], params)
    : act('correct', [correct], params, 0.8);
}

function withoutValues(reading: Reading, { spans }: Extraction): string {
  return spans.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    reading.text,
  );
}

function afterNo(context: PendingCase, rest: string): Finding | undefined {
  const { intent, pending, reread, reading } = context;
  if (rest === '') {
    return act('deny', [{ command: pending.plan ? 'deny' : 'cancel' }], {}, 1);
  }
  // "no redis" takes redis away; without its no it would ask for it.
  const refuses = enginesSaid(reading).some(({ refused }) => refused);
  const changed = refuses ? reading : reread(rest);
  const params = withLists(
    extractParameters(changed, intent, { pending: true }).params,
    context,
  );
  if (
    Object.keys(params).length > 0 &&
    (refuses || !isAnotherWish({ ...context, reading: reread(rest) }))
  ) {
    return act('correct', [{ command: 'correct', params }], params);
  }
  const short = reading.tokens.length <= 7 && !/\breq/iu.test(rest);
  return short && !isAnotherWish(context)
    ? act('deny', [{ command: pending.plan ? 'deny' : 'cancel' }], {}, 0.85)
    : undefined;
}

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
  const asked = pending.missing ?? [];
  const extraction = extractParameters(reading, intent, {
    asked,
    pending: true,
  });
  const { share } = coverage(reading, extraction);
  const changesIt = CORRECTION.test(reading.text) && share >= 0.6;
  const isRefused = context.ranking.candidates[0]?.intent === 'out_of_scope';
  const saysOnlyValues = isRefused && share > 0.99;
  if (!changesIt && !saysOnlyValues && isAnotherWish(context)) {
    return undefined;
  }
  const said = withLists(extraction.params, context);
  const params = Object.keys(said).length > 0 ? said : freeAnswer(context);
  if (!params || (QUESTION.test(reading.text) && /\?$/.test(reading.text))) {
    return undefined;
  }
  const same = context.ranking.candidates[0]?.intent === pending.intent;
  const answers = asked.some(name => params[name] !== undefined);
  if (!same && !answers && share < 0.5 && !CORRECTION.test(reading.text)) {
    return undefined;
  }
  const changes = Object.keys(params).some(
    name => pending.params[name] !== undefined && !asked.includes(name),
  );
  const command = pending.plan || changes ? 'correct' : 'provide';
  return act(command, [{ command, params }], params, 0.6 + 0.35 * share);
}

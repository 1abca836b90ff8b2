import { castsDoubt, hesitates, type Act } from '../acts';
import { OUT_OF_SCOPE, type Ranking } from '../classifier';
import { extractParameters } from '../extraction';
import type { Reading } from '../types';
import { withoutValues } from './coverage';
import { isAnotherWish } from './otherWish';
import { act, change, type Finding, type PendingCase } from './types';
import { valuesSaid } from './values';

/** What a plan is about: to change that makes it another plan. */
const ABOUT = ['application', 'target', 'environment', 'subject', 'request'];

/** True where something is named that the plan isn't about. */
function namesOther(reading: Reading, { pending }: PendingCase): boolean {
  const known = Object.values(pending.params).flat();
  return (
    /\bthe (?:other|second|next|previous|former)\b/u.test(reading.lower) ||
    reading.mentions.some(
      ({ name, strength }) => strength === 'exact' && !known.includes(name),
    )
  );
}

/** "yes, she left us": why, which asks for nothing more. */
function isRemark(rest: string, { tokens }: Reading): boolean {
  return (
    !hesitates(rest) &&
    tokens.length <= 10 &&
    !/^(?:and|also|plus)\b/iu.test(rest)
  );
}

/** "go ahead with the blog", "yes to the three weeks": the plan once more. */
const OF_IT =
  /^(?:with|to|for|on|about) (?:the|that|this|these|those|it|my|our)(?: [\p{L}-]+){0,3}$/iu;

/** Who has to approve is asked by agreeing: "yes, ask her". */
const ASKS_APPROVER =
  /^(?:please |do |just )*(?:ask|send (?:it|that) to|pass (?:it|that) on to) (?:her|him|them|\p{Lu}\p{Ll}+)$/u;

/** What others do or did is told, not wished. */
const TELLS =
  /^(?:he|she|they|it)(?:'s|'ve|'re|'d)? (?!should|must|needs?|ought|could|may)/iu;

/** True where it is likelier than not that something else is wanted as well. */
function mayBeWish(
  { candidates, confidence }: Ranking,
  planned: string,
): boolean {
  return (
    candidates[0]?.intent !== OUT_OF_SCOPE &&
    confidence >= 0.5 &&
    !candidates.slice(0, 3).some(({ intent }) => intent === planned)
  );
}

/** "ok then scale it", "alright, do the restore": the plan in other words. */
function restates(
  rest: string,
  reading: Reading,
  { rank, pending }: PendingCase,
): boolean {
  const ranking = rank(reading);
  const [first, ...others] = ranking.candidates;
  return (
    !hesitates(rest) &&
    !isAnotherWish({ pending, reading, ranking, saysValues: true }) &&
    reading.tokens.length <= 8 &&
    (first?.intent === pending.intent ||
      ((first?.intent === OUT_OF_SCOPE || ranking.confidence < 0.6) &&
        /\b(?:it|that|this|them|him|her|those|these|one)\b/iu.test(rest) &&
        others.slice(0, 3).some(({ intent }) => intent === pending.intent)))
  );
}

/** A message that says yes. */
export function afterYes(
  context: PendingCase,
  { plain, rest }: Act,
): Finding | undefined {
  const { intent, pending, reread, rank } = context;
  if (!pending.plan) {
    // Nothing to agree to yet: a yes takes what was offered.
    return rest === '' ? change('provide', {}) : undefined;
  }
  if (rest === '') {
    return act('confirm', [{ command: 'confirm' }], {}, 1);
  }
  const reading = reread(rest);
  const other = { pending, reading, ranking: rank(reading), saysValues: true };
  const { changes, share, left } = valuesSaid(context, reading, []);
  if (Object.keys(changes).length === 0) {
    const [first] = other.ranking.candidates;
    // "yes, cancel it" agrees to cancel where that is what was planned.
    const isSame = first?.intent === pending.intent && !castsDoubt(rest);
    const agrees = plain
      ? isSame ||
        OF_IT.test(rest) ||
        ASKS_APPROVER.test(rest) ||
        share > 0.99 ||
        (isRemark(rest, reading) &&
          (reading.tokens.length < 3 ||
            TELLS.test(rest) ||
            !mayBeWish(other.ranking, pending.intent)))
      : restates(rest, reading, context);
    return agrees && !namesOther(reading, context)
      ? act('confirm', [{ command: 'confirm' }], {}, 0.95)
      : undefined;
  }
  if (share < 0.99 && isAnotherWish(other)) {
    return undefined;
  }
  const correct = { command: 'correct' as const, params: changes };
  const extraction = extractParameters(reading, intent, { pending: true });
  // An "ok" with a change may only be polite, and another thing is another plan.
  const clear =
    plain &&
    !ABOUT.some(
      name => pending.params[name] !== undefined && name in changes,
    ) &&
    !castsDoubt(withoutValues(reading, extraction)) &&
    (left <= 1 || share >= 0.7);
  // Where something in it wasn't understood, the new plan is shown first.
  return clear
    ? act('confirm', [{ command: 'confirm' }, correct], changes)
    : change('correct', changes, 0.8);
}

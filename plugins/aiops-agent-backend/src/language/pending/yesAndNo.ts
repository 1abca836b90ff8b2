import { castsDoubt } from '../acts';
import { extractParameters } from '../extraction';
import { enginesSaid } from '../values/engine';
import { coverage, withoutValues } from './coverage';
import { withLists } from './lists';
import { isAnotherWish } from './otherWish';
import { withSchedule } from './schedules';
import { act, change, type Finding, type PendingCase } from './types';

/** Names of what was asked for or has a value, which a bare word may replace. */
export function replaceable({ pending }: PendingCase): string[] {
  return [...(pending.missing ?? []), ...Object.keys(pending.params)];
}

/** A message that begins with a yes. */
export function afterYes(
  context: PendingCase,
  rest: string,
): Finding | undefined {
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
      ? change('provide', params)
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
    : change('correct', params, 0.8);
}

/** A message that begins with a no: "no" alone, or "no, call it blog2". */
export function afterNo(
  context: PendingCase,
  rest: string,
): Finding | undefined {
  const { intent, pending, reread, rank, reading } = context;
  if (rest === '') {
    return act('deny', [{ command: pending.plan ? 'deny' : 'cancel' }], {}, 1);
  }
  // "no redis" takes redis away; without its no it would ask for it.
  const refuses = enginesSaid(reading).some(({ refused }) => refused);
  const changed = refuses ? reading : reread(rest);
  const extraction = extractParameters(changed, intent, {
    pending: true,
    asked: replaceable(context),
  });
  const params = withSchedule(withLists(extraction.params, context), {
    reading: changed,
    pending,
  });
  const other = { pending, reading: changed, ranking: rank(changed) };
  const covers = coverage(changed, extraction).share > 0.99;
  if (
    Object.keys(params).length > 0 &&
    (refuses || covers || !isAnotherWish(other))
  ) {
    return change('correct', params);
  }
  const short = reading.tokens.length <= 7 && !/\breq/iu.test(rest);
  return short && !isAnotherWish({ ...context, ...other })
    ? act('deny', [{ command: pending.plan ? 'deny' : 'cancel' }], {}, 0.85)
    : undefined;
}

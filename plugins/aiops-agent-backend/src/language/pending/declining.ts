import type { Act } from '../acts';
import { takesAnyWord } from '../extraction';
import { enginesSaid } from '../values/engine';
import { isAnotherWish } from './otherWish';
import { replaceable } from './replaceable';
import { act, change, type Finding, type PendingCase } from './types';
import { valuesSaid } from './values';

/** A change follows that is one for certain: "scratch that, make it five". */
const CHANGES =
  /(?:^|, )(?:(?:just|please|rather|better) )*(?:make|use|take|call|name|put|give|set|switch|let's|change|i mean(?:t)?|rather|better|on|in|to|for)\b|\b(?:instead|rather|i wanted to say)\b/iu;

/** A message that says no: "no" alone, or "no, call it blog2". */
export function afterNo(
  context: PendingCase,
  { off, rest }: Act,
): Finding | undefined {
  const { pending, reread, rank, reading } = context;
  const calledOff = act(
    'deny',
    [{ command: pending.plan ? 'deny' : 'cancel' }],
    {},
    rest === '' ? 1 : 0.9,
  );
  if (rest === '') {
    return calledOff;
  }
  // "no redis" takes redis away; without its no it would ask for it.
  const refuses =
    enginesSaid(reading).some(({ refused }) => refused) ||
    // "no databases in it" is about the list as well.
    'services' in valuesSaid(context, reading, []).changes;
  const changed = refuses ? reading : reread(rest);
  const isBare = changed.tokens.length <= 3 || CHANGES.test(rest);
  const { changes, share } = valuesSaid(
    context,
    changed,
    isBare
      ? replaceable(context)
      : replaceable(context).filter(name => !takesAnyWord(name)),
  );
  // "scratch that, 5.4.0": nothing but the new value follows.
  const isChange = CHANGES.test(rest) || share > 0.99;
  if (off && !isChange) {
    return calledOff;
  }
  const other = { pending, reading: changed, ranking: rank(changed) };
  if (
    Object.keys(changes).length > 0 &&
    (refuses || share > 0.99 || !isAnotherWish(other))
  ) {
    return change('correct', changes);
  }
  // A change that wasn't understood is no refusal.
  const isUnclear = !off && CHANGES.test(rest);
  return isUnclear || isAnotherWish(other) || reading.tokens.length > 14
    ? undefined
    : calledOff;
}

import { clausesOf, saysNothing } from '../acts';
import { extractParameters } from '../extraction';
import type { Reading } from '../types';
import { enginesSaid } from '../values/engine';
import { coverage } from './coverage';
import { withLists } from './lists';
import { withDate } from './dates';
import { bareNumber } from './numbers';
import { withSchedule } from './schedules';
import type { PendingCase } from './types';

/** Values that a message gives what is pending. */
export interface SaidValues {
  /** Those that aren't what they were. */
  changes: Record<string, unknown>;
  /** Those that are what they were, or what would be taken without a word. */
  repeated: Record<string, unknown>;
  /** Share of the words around them that they account for. */
  share: number;
  left: number;
}

/** "staging rather, not prod", "vet-live instead of qa": what it isn't. */
const REFUSED =
  /(?:,? (?:and|but))?,? ?\b(?:instead of|rather than|not) (?:the |an? |that |this )?(?!public|for|yet|only|so|too|sure|open|more|much|many|the |now)[\w.-]+(?: (?:more|one|database|app|environment|env))?(?=[,.!;]|$)/giu;

/** What only gives a reason, or says what it isn't, names nothing. */
const WHY = /^(?:because|since|cause|cos|as|so that|due to|that's why|not)\b/iu;

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

function read(
  context: PendingCase,
  reading: Reading,
  asked: readonly string[],
): SaidValues {
  const { intent, pending } = context;
  const extraction = extractParameters(reading, intent, {
    asked,
    pending: true,
  });
  const here = { ...context, reading };
  const listed = withLists(extraction.params, here);
  const number = bareNumber(listed, here);
  const params = number
    ? { ...listed, ...number.value }
    : withDate(withSchedule(listed, here), here);
  const known = Object.entries(params).map(([name, value]) => ({
    ...{ name, value, isSame: same(value, pending.params[name]) },
  }));
  const these = (isSame: boolean) =>
    Object.fromEntries(
      known
        .filter(each => each.isSame === isSame)
        .map(({ name, value }) => [name, value]),
    );
  return {
    changes: these(false),
    repeated: these(true),
    ...(number?.alone
      ? { share: 1, left: 0 }
      : coverage(reading, {
          spans: [...extraction.spans, ...(number ? [number.span] : [])],
        })),
  };
}

/**
 * What a message says for what is pending: as a whole, or, where that is
 * nothing, in one of its clauses, with remarks beside it.
 *
 * @param asked - Names of those that a bare word may be meant for.
 */
export function valuesSaid(
  context: PendingCase,
  message: Reading,
  asked: readonly string[],
): SaidValues {
  // Engines that aren't wanted are taken out of lists.
  const kept = enginesSaid(message).some(({ refused }) => refused)
    ? message.text
    : message.text.replace(REFUSED, ' ').trim();
  const reading =
    kept && kept !== message.text ? context.reread(kept) : message;
  const whole = read(context, reading, asked);
  const clauses = clausesOf(reading.text);
  if (clauses.length < 2 || whole.share > 0.99) {
    return whole;
  }
  const parts = clauses
    .filter(({ text }) => !WHY.test(text) && !saysNothing(text))
    .map(({ text }) => read(context, context.reread(text), asked))
    .filter(({ changes }) => Object.keys(changes).length > 0);
  if (parts.length === 0) {
    return whole;
  }
  const share = parts.reduce((sum, part) => sum + part.share, 0) / parts.length;
  const changes = Object.assign({}, ...parts.map(part => part.changes));
  return {
    changes: { ...changes, ...whole.changes },
    repeated: whole.repeated,
    share: Math.max(share, whole.share),
    left: Math.min(whole.left, ...parts.map(part => part.left)),
  };
}

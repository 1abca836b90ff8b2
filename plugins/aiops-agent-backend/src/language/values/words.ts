import { withoutNames } from '../blanking';
import type { Extractor, Said } from '../types';
import { spanOf } from './match';

/** The words of a group as they were written, without what ends a sentence. */
function written(
  text: string,
  match: RegExpMatchArray | null,
  group = 1,
): Said<string> | undefined {
  if (!match?.[group]) {
    return undefined;
  }
  const span = spanOf(match, group);
  const value = text
    .slice(span.start, span.end)
    .replace(/(?:,? (?:please|pls|thanks|thank you))?[\s.!,;]*$/iu, '');
  return value
    ? { value, spans: [{ start: span.start, end: span.start + value.length }] }
    : undefined;
}

const WHY =
  /\b(?:because|since|cause|cos|reason(?: is)?:?|due to|as(?= (?:it|we|they|there|the|this|that|i|you|he|she)\b)|on the grounds that) (.+)$/u;
const AFTERWARDS =
  /(?:\breq(?:uest)?s?[ -]?#?\d+|#\d+|\b\d{3,9}|\b(?:that|this|it|one|down|though|then|please|request|reject(?:ed)?|declined?|den(?:y|ied)|refused?|no)) ?(?:[,;:(-]|\.(?= )| - ) ?(.{3,})$/u;
const FOR = /\bfor (\w+ reasons?)\b/u;
/** Words after a comma that aren't why: "reject it, please". */
const NO_REASON =
  /^(?:please|pls|thanks?(?: you)?|now|i mean(?:t)?(?: .*)?|wrong one.*|sorry.*|ok(?:ay)?|reject(?:ed)?(?: it| that| this)?|decline(?:d)?(?: it)?|deny (?:it|that)|turn (?:it|that|this) down|say no|no|i (?:reject|decline|refuse|disapprove).*|req.*|would you.*|not approved)[.!]*$/u;

/** Why, in the words that were said. */
export const reason: Extractor = (
  { lower, text },
  { asked, pending, intent },
) => {
  const because = written(text, lower.match(WHY));
  if (because) {
    return because;
  }
  const after = written(text, lower.match(AFTERWARDS));
  if (after && !NO_REASON.test(after.value.toLowerCase())) {
    return after;
  }
  const behind = written(text, lower.match(/[:;] ([^:;]{8,})$/u));
  if (behind && intent === 'reject_request') {
    return behind;
  }
  const kind = written(text, lower.match(FOR));
  if (kind) {
    return kind;
  }
  const isPlain =
    /^(?:(?:it's|it is|that's|that is) )?(?:too|not|we|there|wrong|no |already|it|they|the )/u;
  return (asked || pending) &&
    isPlain.test(lower) &&
    !NO_REASON.test(lower) &&
    !/\?$/.test(lower) &&
    lower.split(' ').length > 1
    ? written(text, lower.match(/^(.+)$/u))
    : undefined;
};

const END =
  '(?= (?:in|of|on|from|within|since|during|over|for|by|at|and|please|pls|logs?|today|yesterday|this|last|the (?:last|past))\\b|[,.;?!]|$)';
const SOUGHT = new RegExp(
  `\\b(?:containing|contains?|matching|mention(?:ing|s)?|search(?:ing)? for|grep(?:ping)?(?: for)?|filter(?:ed|ing)? (?:by|for|on)|look(?:ing)? for|find|with the (?:words?|text)|(?:lines?|entries|messages?|ones|those|anything|stuff) (?:with|w\\/|about|for|saying|that (?:say|mention|contain|have)s?)|where (?:it|they) (?:says?|mentions?|contains?)|about) (?:the |an? |all |any )?((?!logs?\\b|errors? logs?\\b)[\\p{L}\\p{N}][^,;?!"]*?)${END}`,
  'u',
);
const GREP = /\bgrep\b.* for (\S+?)[,.;]?(?= |$)/u;
const SEARCHED =
  /\bsearch\b.* for (?:the |an? )?([^,;?!"]+?)(?: please)?[.?!]*$/u;
const KINDS =
  /\b(errors?|warnings?|exceptions?|stack ?traces?|tracebacks?|timeouts?|failures|fatals?|panics?)\b/u;

/** What is looked for in logs: what was quoted, else the words themselves. */
export const query: Extractor = reading => {
  const { text } = reading;
  // An application may be called "search" or "errors".
  const { lower } = withoutNames(reading);
  const quoted =
    text.match(/"([^"]+)"/u) ??
    text.match(/(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}])/u);
  if (quoted) {
    return written(text, quoted);
  }
  return (
    written(text, lower.match(GREP)) ??
    written(text, lower.match(SEARCHED)) ??
    written(text, lower.match(SOUGHT)) ??
    written(text, lower.match(KINDS))
  );
};

/** The name of a backup: a word of it with a number, or what "backup" names. */
export const backup: Extractor = ({ lower }) => {
  const match = lower.match(
    /\b(?:backup|snapshot|restore point)s?:? (?:called |named |no\.? |number )?([a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d[\w-]*|[a-z]+(?:-[a-z0-9]+)+)(?![\w-])/u,
  );
  return match ? { value: match[1], spans: [spanOf(match, 1)] } : undefined;
};

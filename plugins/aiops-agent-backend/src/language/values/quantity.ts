import type { Extractor, Reading, Said } from '../types';
import { NUMBER, toNumber } from '../text';
import { isInName, said, spanOf } from './match';

const UNIT =
  '(k|m|g|t)(?:i?b|i)?\\b|(kilo|mega|giga|tera)(?:bytes?|s)?\\b|(gig|meg)s?\\b|(gib|mib|tib)s?\\b';
const QUANTITY = new RegExp(
  `(?<![\\w.-])(${NUMBER}|an?(?: full| whole)?|half an?)( and a half)?(?: (?:more|extra|additional|further))? ?(?:${UNIT})`,
  'gu',
);
/** Without one of these no amount of bytes is said, which is quickly seen. */
const HINT = /[\da-z] ?[kmgt]i?b?\b|gig|meg|tera|kilo/u;
const AFTER_MEMORY = /\b(?:memory|mem|ram)(?: limit)?(?: to| of| is|:|=)? ?$/u;
const BEFORE_MEMORY = /^ ?(?:of )?(?:memory|mem|ram)\b/u;
const AFTER_CPU = /\b(?:v?cpus?|cores?)(?: limit)?(?: to| of|:|=)? ?$/u;
const LETTER: Record<string, string> = { k: 'Ki', m: 'Mi', g: 'Gi', t: 'Ti' };

/** Amounts of bytes that a message says, as Kubernetes quantities. */
export function quantitiesSaid(reading: Reading): Array<Said<string>> {
  if (!HINT.test(reading.lower)) {
    return [];
  }
  return Array.from(reading.lower.matchAll(QUANTITY)).flatMap(match => {
    const [, number, more, ...units] = match;
    const unit = units.find(Boolean)?.[0];
    const half = number.startsWith('half');
    const whole = half ? 0.5 : toNumber(number.replace(/ (?:full|whole)$/, ''));
    const amount = whole === undefined || !more ? whole : whole + 0.5;
    // "a g" and "a m" are slips, not sizes.
    if (
      amount === undefined ||
      !unit ||
      (/^an?$/.test(number) && match[0].length < 5)
    ) {
      return [];
    }
    const span = spanOf(match);
    const before = reading.lower.slice(0, span.start);
    // "250m" is a quarter of a core, unless it is said to be memory.
    const isMilli =
      /\dm$/u.test(match[0]) &&
      !AFTER_MEMORY.test(before) &&
      !BEFORE_MEMORY.test(reading.lower.slice(span.end));
    if (isInName(reading, span) || isMilli || AFTER_CPU.test(before)) {
      return [];
    }
    const lower: Record<string, string> = { Mi: 'Ki', Gi: 'Mi', Ti: 'Gi' };
    const suffix = LETTER[unit];
    return [
      said(
        Number.isInteger(amount) || !lower[suffix]
          ? `${amount}${suffix}`
          : `${Math.round(amount * 1024)}${lower[suffix]}`,
        match,
      ),
    ];
  });
}

/** What the words around an amount say it is of. */
function isOfMemory(reading: Reading, { spans: [span] }: Said): boolean {
  return (
    AFTER_MEMORY.test(reading.lower.slice(0, span.start)) ||
    BEFORE_MEMORY.test(reading.lower.slice(span.end))
  );
}

/** How much is kept: '20 GB' is `20Gi`. */
export const storage: Extractor = reading =>
  quantitiesSaid(reading).find(quantity => !isOfMemory(reading, quantity));

/** How much memory: '512 megs' is `512Mi`. */
export const memory: Extractor = (reading, { parameters }) => {
  const all = quantitiesSaid(reading);
  return (
    all.find(quantity => isOfMemory(reading, quantity)) ??
    (parameters.has('storage') ? undefined : all[0])
  );
};

const CORES = '(?:v?cpus?|cores?|processors?)';

const MILLI = /(?<![\w.-])(\d+)m\b(?! ?b\b)/gu;
const PARTS: Array<[RegExp, string]> = [
  [new RegExp(`\\bhalf (?:of )?(?:an?|one) ${CORES}\\b`, 'u'), '500m'],
  [new RegExp(`\\b(?:a |one )?quarter (?:of an? )?${CORES}\\b`, 'u'), '250m'],
];
const AMOUNTS = [
  new RegExp(`(?<![\\w.-])(${NUMBER}|an?)( and a half)? ${CORES}\\b`, 'u'),
  new RegExp(
    `\\b${CORES}(?: limit)?(?: to| of|:|=)? ?(${NUMBER})()\\b(?! ?[kmgt]i?b?\\b)`,
    'u',
  ),
];

/** 'half a core' is `500m`, '2 cpus' is `2`. */
export const cpu: Extractor = ({ lower }) => {
  for (const match of lower.matchAll(MILLI)) {
    const before = lower.slice(0, match.index);
    const isMemory =
      AFTER_MEMORY.test(before) ||
      (!AFTER_CPU.test(before) &&
        BEFORE_MEMORY.test(lower.slice(match.index + match[0].length)));
    if (!isMemory) {
      return said(`${match[1]}m`, match);
    }
  }
  for (const [pattern, value] of PARTS) {
    const match = lower.match(pattern);
    if (match) {
      return said(value, match);
    }
  }
  for (const pattern of AMOUNTS) {
    const match = lower.match(pattern);
    const whole = match ? toNumber(match[1]) : undefined;
    if (match && whole !== undefined) {
      const cores = match[2] ? whole + 0.5 : whole;
      return said(
        Number.isInteger(cores) ? `${cores}` : `${Math.round(cores * 1000)}m`,
        match,
      );
    }
  }
  return undefined;
};

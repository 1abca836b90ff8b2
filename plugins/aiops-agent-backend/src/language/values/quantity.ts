import type { Extractor, Reading, Said } from '../types';
import { NUMBER, toNumber } from './numbers';
import { isInName, said, spanOf } from './match';

const UNIT =
  '(k|m|g|t)(?:i?b|i)?\\b|(kilo|mega|giga|tera)(?:bytes?|s)?\\b|(gig|meg)s?\\b|(gib|mib|tib)s?\\b';
const QUANTITY = new RegExp(
  `(?<![\\w.-])(${NUMBER}|an?|half an?) ?(?:${UNIT})`,
  'gu',
);
/** Without one of these no amount of bytes is said, which is quickly seen. */
const HINT = /[\da-z] ?[kmgt]i?b?\b|gig|meg|tera|kilo/u;
const LETTER: Record<string, string> = { k: 'Ki', m: 'Mi', g: 'Gi', t: 'Ti' };

/** Amounts of bytes that a message says, as Kubernetes quantities. */
export function quantitiesSaid(reading: Reading): Array<Said<string>> {
  if (!HINT.test(reading.lower)) {
    return [];
  }
  return Array.from(reading.lower.matchAll(QUANTITY)).flatMap(match => {
    const [, number, ...units] = match;
    const unit = units.find(Boolean)?.[0];
    const half = number.startsWith('half');
    const amount = half ? 0.5 : toNumber(number);
    // "a g" and "a m" are slips, not sizes.
    if (
      amount === undefined ||
      !unit ||
      (/^an?$/.test(number) && match[0].length < 5)
    ) {
      return [];
    }
    if (isInName(reading, spanOf(match))) {
      return [];
    }
    const whole = Number.isInteger(amount);
    const lower: Record<string, string> = { Mi: 'Ki', Gi: 'Mi', Ti: 'Gi' };
    const suffix = LETTER[unit];
    return [
      said(
        whole || !lower[suffix]
          ? `${amount}${suffix}`
          : `${Math.round(amount * 1024)}${lower[suffix]}`,
        match,
      ),
    ];
  });
}

/** What the words around an amount say it is of. */
function isOfMemory(reading: Reading, { spans: [span] }: Said): boolean {
  const after = reading.lower.slice(span.end, span.end + 15);
  const before = reading.lower.slice(Math.max(0, span.start - 14), span.start);
  return (
    /^ (?:of )?(?:memory|mem|ram)\b/.test(after) ||
    /\b(?:memory|mem|ram)(?: to| of| is|:)? ?$/.test(before)
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

/** 'half a core' is `500m`, '2 cpus' is `2`. */
export const cpu: Extractor = reading => {
  const milli = reading.lower.match(/(?<![\w.-])(\d+)m\b(?! ?b)/u);
  if (milli) {
    return said(`${milli[1]}m`, milli);
  }
  const half = reading.lower.match(new RegExp(`\\bhalf an? ${CORES}\\b`, 'u'));
  if (half) {
    return said('500m', half);
  }
  const match =
    reading.lower.match(
      new RegExp(`(?<![\\w.-])(${NUMBER}|an?) ${CORES}\\b`, 'u'),
    ) ??
    reading.lower.match(
      new RegExp(`\\b${CORES}(?: to| of|:)? (${NUMBER})\\b`, 'u'),
    );
  const cores = match ? toNumber(match[1]) : undefined;
  if (!match || cores === undefined) {
    return undefined;
  }
  return said(
    Number.isInteger(cores) ? `${cores}` : `${Math.round(cores * 1000)}m`,
    match,
  );
};

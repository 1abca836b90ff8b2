import type { Extractor, Reading, Said } from '../types';
import { said } from './match';

const NAMED = [
  /\breq(?:uest)?s?[ -]?(?:number |no\.? |nr\.? |id )?[#-]?[ ]?(\d{1,9})\b/u,
  /(?<![\w/.-])#(\d{1,9})\b/u,
];
/** A number of something else: "500 euros", "256 mb". */
const NO_UNIT =
  '(?![\\w:%-]|\\.\\d| ?(?:%|percent|euros?|dollars?|eur|usd|bucks|[kmgt]i?b\\b|gigs?|megs?|copies|replicas|days?|weeks?|hours?|minutes?|months?))';
const BARE = new RegExp(`(?<![\\w.:/$€£-])(\\d{3,9})${NO_UNIT}`, 'u');
const ALONE = new RegExp(`(?<![\\w.:/$€£-])(\\d{1,9})${NO_UNIT}`, 'u');

function found(match: RegExpMatchArray | null): Said<string> | undefined {
  return match ? said(`REQ-${Number(match[1])}`, match) : undefined;
}

/** A number that is said to be a request's. */
export function requestNamed({ lower }: Reading): Said<string> | undefined {
  return NAMED.map(pattern => found(lower.match(pattern))).find(Boolean);
}

const POINTING =
  /\b(?:it|this(?: one)?|that(?: one)?|the (?:request|one)|my (?:request|one)|mine)\b/u;

/** "approve it", where a request was spoken of. */
function pointedAt({ lower, spoken }: Reading): Said<string> | undefined {
  const match = spoken.request ? lower.match(POINTING) : null;
  return match && spoken.request ? said(spoken.request, match) : undefined;
}

/** `REQ-1042`, however it is written; a bare number where one can be meant. */
export const request: Extractor = (reading, { asked }) =>
  requestNamed(reading) ??
  found(reading.lower.match(asked ? ALONE : BARE)) ??
  pointedAt(reading);

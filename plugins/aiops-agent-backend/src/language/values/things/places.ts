import type { Reading, Said } from '../../types';
import { isInName, said, spanOf } from '../match';
import { namesOf, NOUNS } from './kinds';

const NOUN = NOUNS.environment;
/** What may follow "dev" or "test" where they are a place and nothing else. */
const GOES_ON =
  '(?= (?:env|environment|enviroment|namespace|ns|space|sandbox|to|on|off|in|into|over|for|until|till|again|back|another|please|pls|plz|is|and|so|during|at|tonight|up|down|with|alive|a|the|by|now|this|next|right|two|three|longer|running|by|stage|system|cluster|box|tier|one|temporarily|while)\\b|[.,:;!?)]|$)';
const TIERS: Array<[spoken: RegExp, written: RegExp]> = [
  [
    new RegExp(`\\b(?:dev|development|sandbox|playground)\\b${GOES_ON}`, 'gu'),
    /(?:^|-)(?:dev|development|sandbox|playground)(?:-|$)/,
  ],
  [
    new RegExp(`\\b(?:test|testing|qa|uat|preview)\\b${GOES_ON}`, 'gu'),
    /(?:^|-)(?:test|testing|qa|uat|preview)(?:-|$)/,
  ],
  [
    /\b(?:staging|stage|pre-?prod(?:uction)?)\b/gu,
    /(?:^|-)(?:staging|stage|preprod)(?:-|$)/,
  ],
  [/\b(?:prod|production)\b/gu, /(?:^|-)(?:prod|production|live)(?:-|$)/],
  [
    new RegExp(`\\blive(?= ${NOUN})`, 'gu'),
    /(?:^|-)(?:prod|production|live)(?:-|$)/,
  ],
];

/** "our test env", where one environment alone is called so. */
export function placeByTier(reading: Reading): Said | undefined {
  const names = namesOf(reading.context, 'environment');
  for (const [spoken, written] of TIERS) {
    const fitting = names.filter(each => written.test(each));
    if (fitting.length === 1) {
      for (const match of reading.lower.matchAll(spoken)) {
        if (!isInName(reading, spanOf(match))) {
          return said(fitting[0], match);
        }
      }
    }
  }
  return undefined;
}

const UNKNOWN = [
  /\b(?:in|into|to|on|onto|inside)(?: the| my| our)? ([a-z][a-z0-9]*(?:-[a-z0-9]+)+|staging|production|prod|demo|dev|test|sandbox|preprod|qa|uat)\b(?![\w.:/-])/u,
  new RegExp(
    `\\b(?:in|into|to|on|onto|inside)(?: the| my| our)? ([a-z][a-z0-9-]*) ${NOUN}\\b`,
    'u',
  ),
  new RegExp(
    `\\b${NOUN}(?: ?[:=]| called| named)? ([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\\b`,
    'u',
  ),
];

/** "to staging", "in foo-bar": a place that is named but not known. */
export function unknownPlace(reading: Reading): Said | undefined {
  for (const pattern of UNKNOWN) {
    const match = reading.lower.match(pattern);
    if (
      match &&
      !/^(?:this|that|the|same|other|new|my|our|an?)$/.test(match[1]) &&
      !reading.mentions.some(
        ({ start, end, strength }) =>
          strength === 'exact' &&
          start < spanOf(match, 1).end &&
          end > spanOf(match, 1).start,
      )
    ) {
      return { value: match[1], spans: [spanOf(match)] };
    }
  }
  return undefined;
}

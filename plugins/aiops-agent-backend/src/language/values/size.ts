import type { Extractor, Reading, Said } from '../types';
import { firstOf } from './match';

const LOAD = '(?:traffic|visitors?|visits|load|usage|users|hits|audience)';
const LOW =
  '(?:very )?(?:low|little|small|light|few|minimal|tiny|hardly any|not (?:much|many|a lot of)|a (?:bit of|little|few))';
const MEDIUM = '(?:medium|moderate|normal|average|mid|some|usual)';
const HIGH =
  '(?:very )?(?:high|heavy|big|huge|large|much|many|lots of|a lot of|(?:a )?(?:ton|load|heap|bunch)s? of|plenty of|massive|serious)';
const IS = '(?: ?[:=] ?| is| will be| should be| would be| to| of)';

/** `low`, `medium` or `high`. */
export const traffic: Extractor = reading =>
  firstOf(
    reading,
    [
      ['low', LOW],
      ['medium', MEDIUM],
      ['high', HIGH],
    ].flatMap(
      ([value, words]): Array<[RegExp, string]> => [
        [new RegExp(`\\b${words}[ -](?:amount of )?${LOAD}\\b`), value],
        [
          new RegExp(`\\b${LOAD}${IS}? (?:rather |quite |fairly )?${words}\\b`),
          value,
        ],
      ],
    ),
  );

const SIZES: Array<[RegExp, string]> = [
  [/(?<!\btoo )\b(?:small(?:est|ish|-sized)?|(?<!\ba )little|mini|tiny)\b/, 'small'],
  [/\b(?:medium(?:-sized?)?|mid-?sized?|average-sized?|middle(?:-sized)?)\b/, 'medium'],
  [/(?<!\btoo )\b(?:large(?:-sized)?|larger|largest|big(?:ger|gest)?|huge|xl|beefy)\b/, 'large'],
];

/** "bigger" says which way, where that can be said. */
const EXACT: typeof SIZES = [
  ...SIZES.slice(0, 2),
  [/\b(?:large|largest|biggest|big|huge|xl|beefy)\b/, 'large'],
];

/** `small`, `medium` or `large`, unless the word speaks of traffic. */
export const size: Extractor = (reading, { parameters }): Said | undefined => {
  const sizes = parameters.has('direction') ? EXACT : SIZES;
  const taken = traffic(reading, {
    intent: '',
    parameters: new Set(),
    asked: false,
  });
  if (!taken) {
    return firstOf(reading, sizes);
  }
  const [span] = taken.spans;
  const rest: Reading = {
    ...reading,
    lower:
      reading.lower.slice(0, span.start) +
      ' '.repeat(span.end - span.start) +
      reading.lower.slice(span.end),
  };
  return firstOf(rest, sizes);
};

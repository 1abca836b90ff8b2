import type { Extractor } from '../types';
import { firstOf } from './match';

const LOAD = '(?:traffic|visitors?|visits|load|usage|users|hits|audience)';
const LOW =
  '(?:very )?(?:low|little|small|light|few|minimal|tiny|hardly any|not (?:much|many|a lot of)|a (?:bit of|little|few))';
const MEDIUM = '(?:medium|moderate|normal|average|mid|some|usual)';
const HIGH =
  '(?:very )?(?:high|heavy|big|huge|large|much|many|lots of|a lot of|(?:a )?(?:ton|load|heap|bunch)s? of|plenty of|massive|serious)';
const IS = '(?: ?[:=] ?| is| will be| should be| would be| to| of)';

const ALONE: Array<[RegExp, string]> = [
  [/\blow\b/, 'low'],
  [/\bhigh\b/, 'high'],
];

/** `low`, `medium` or `high`. */
export const traffic: Extractor = (reading, { asked }) =>
  firstOf<string>(reading, asked ? ALONE : []) ??
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

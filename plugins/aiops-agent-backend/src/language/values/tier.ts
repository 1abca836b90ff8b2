import type { Extractor } from '../types';
import { firstOf } from './match';

const NOUN =
  '(?=[ -](?:one|env|environments?|enviroments?|namespace|space|system)\\b)';
const WORDS: Array<[string, string]> = [
  [
    'dev',
    'dev|devel|development|developement|developing|develop|sandbox(?:es)?|play ?ground',
  ],
  [
    'test',
    'test|tests|testing|qa|q\\.a\\.|uat|preview|quality assurance|user acceptance',
  ],
  ['staging', 'staging|stagging|stage|pre[ -]?prod(?:uction)?'],
  ['prod', '(?<!pre[ -])prod|(?<!pre[ -])production|producton'],
];

const BESIDE = [...WORDS, ['prod', 'live'] as [string, string]].map(
  ([value, words]): [RegExp, string] => [
    new RegExp(`\\b(?:${words})${NOUN}`),
    value,
  ],
);
const ANYWHERE: Array<[RegExp, string]> = [
  ...WORDS.map(([value, words]): [RegExp, string] => [
    new RegExp(`\\b(?:${words})\\b`),
    value,
  ]),
  [
    /\b(?:go(?:es|ing)? live|for live|live (?:site|system|use)|(?:run|runs|running|be) (?:\S+ ){0,5}live)\b/,
    'prod',
  ],
];

/** Without one of these no tier is said, which is quickly seen. */
const HINT =
  /dev|sandbox|play ?ground|test|qa|q\.a|uat|preview|quality|acceptance|sta?g|prod|live/u;

/** `dev`, `test`, `staging` or `prod`; 'demo' alone is no tier. */
export const tier: Extractor = reading =>
  HINT.test(reading.lower)
    ? // The word right before "environment" says more than one elsewhere.
      firstOf(reading, BESIDE) ?? firstOf(reading, ANYWHERE)
    : undefined;

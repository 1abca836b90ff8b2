import type { Extractor, Reading, Said, Span } from '../types';
import { isWrapping } from '../wrapping';
import { blueprintNamed } from './app';
import { enginesSaid } from './engine';
import { firstOf, overlaps } from './match';

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

const SIZES: Array<[RegExp, string]> = [
  [
    /(?<!\btoo )\b(?:small(?:est|ish|-sized)?|(?<!\ba )little(?= \w)|mini|tiny)\b/,
    'small',
  ],
  [
    /\b(?:medium(?:-sized?)?|mid-?sized?|average-sized?|middle(?:-sized)?)\b/,
    'medium',
  ],
  [
    /(?<!\btoo )\b(?:large(?:-sized)?|larger|largest|big(?:ger|gest)?|huge|xl|beefy)\b/,
    'large',
  ],
];

/** "bigger" says which way, where that can be said. */
const EXACT: typeof SIZES = [
  ...SIZES.slice(0, 2),
  [/\b(?:large|largest|biggest|big|huge|xl|beefy)\b/, 'large'],
];

/** What can be small or large in the portal's sense. */
const SIZED =
  /^(?:environments?|envs?|enviroments?|namespaces?|sandbox(?:es)?|playground|apps?|applications?|sites?|websites?|blogs?|wikis?|pages?|shops?|databases?|dbs?|data|caches?|instances?|machines?|vms?|virtual|nodes?|servers?|boxes|box|sizes?|plans?|tiers?|resources?|version|prod|production|dev|development|test|testing|qa|uat|staging|preview|live|demo|deployment|setup|thing|stuff|persistent|volumes?|disks?|load|worker|instead|mode|static|uptime|in-memory|key-value|sql|relational)$/;

/** "a large contract", "our small practice": what is sized is none of ours. */
function isOfOther(reading: Reading, { start, end }: Span): boolean {
  const next = reading.tokens.find(token => token.start >= end);
  const between = next ? reading.lower.slice(end, next.start) : '.';
  const isVery =
    /\b(?:so|become|becoming|grown|getting) (?:very |so |too )*$/u.test(
      reading.lower.slice(0, start),
    );
  return (
    isVery ||
    (next !== undefined &&
      between === ' ' &&
      !SIZED.test(next.text) &&
      !isWrapping(next.text) &&
      !reading.mentions.some(mention => overlaps(mention, next)) &&
      !enginesSaid(reading).some(({ span }) => overlaps(span, next)) &&
      !blueprintNamed(reading)?.spans.some(span => overlaps(span, next)))
  );
}

/** `small`, `medium` or `large`, unless the word speaks of something else. */
export const size: Extractor = (reading, wanted): Said | undefined => {
  const cheaper =
    wanted.pending && !wanted.parameters.has('direction')
      ? firstOf(reading, [
          [
            /\b(?:cheaper|less expensive|not so (?:expensive|dear|costly))\b/,
            'small',
          ],
        ])
      : undefined;
  if (cheaper) {
    return cheaper;
  }
  const found = sizeSaid(reading, wanted);
  return found && !isOfOther(reading, found.spans[0]) ? found : undefined;
};

const sizeSaid: Extractor = (reading, { parameters }) => {
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

import type { Extractor } from '../types';
import { said } from './match';
import { NUMBER, toNumber } from '../text';

const COPIES =
  '(?:copies|copy|replicas?|instances?|pods?|containers?|nodes|servers)';
const REPLICAS = [
  new RegExp(
    `(?<![\\w.-])(?!one\\b)(${NUMBER}) of (?:them|those|it|these)\\b`,
    'u',
  ),
  new RegExp(
    `(?<![\\w.-])(${NUMBER}) (?:running )?${COPIES}\\b(?! (?:more|fewer|less|extra|away|back))`,
    'u',
  ),
  new RegExp(
    `\\b${COPIES}(?: ?[:=]| to| of| at)? ?(${NUMBER})\\b(?! (?:more|fewer|less|extra))`,
    'u',
  ),
  new RegExp(
    `\\b(?:scale|upscale|downscale|go|grow|shrink|set|scaling|put|get|bring|raise|lower|reduce|increase)\\b(?: .*)?\\b(?:to|at|=) (${NUMBER})\\b(?! ?(?:[kmgt]i?b?\\b|gigs?|megs?|cores?|cpus?|%|percent|times))`,
    'u',
  ),
  new RegExp(`\\bto (?:just |only )?(?:a )?(single|one) ${COPIES}\\b`, 'u'),
  new RegExp(
    `\\b(?:run|running|start) (?:\\S+ ){1,4}(${NUMBER}) times\\b`,
    'u',
  ),
  new RegExp(`\\b(?:x|times) ?(${NUMBER}) ${COPIES}`, 'u'),
];
const BEFORE_NAME = new RegExp(
  `(?<![\\w.-])(${NUMBER}) (?:of (?:the |our )?)?$`,
  'u',
);
const ALONE = new RegExp(
  `^(?:(?:hmm|oh|ok|okay|well|sorry|wait)[,.]* )*(?:(?:to|make (?:it|that|them)|just|only|let's say|say|take|use|better|perhaps|maybe|it|please|with|no|actually|rather) )*(${NUMBER})(?: please| instead| then| pls)?[.!]?$`,
  'u',
);

/** How many copies run: 'run 4 copies' is 4. */
export const replicas: Extractor = (reading, { asked }) => {
  const { lower } = reading;
  const named = reading.mentions.find(({ kind }) => kind === 'application');
  const before = named && lower.slice(0, named.start).match(BEFORE_NAME);
  const many = before && toNumber(before[1]);
  // "put 12 matchmakers up"
  if (before && many && Number.isInteger(many)) {
    return said(many, before);
  }
  for (const pattern of asked ? [...REPLICAS, ALONE] : REPLICAS) {
    const match = lower.match(pattern);
    const value = match ? toNumber(match[1]) : undefined;
    if (match && value !== undefined && Number.isInteger(value)) {
      return isChange(lower, match) ? undefined : said(value, match);
    }
  }
  return undefined;
};

/** "add two copies", "remove 1 replica" say how many more or fewer. */
function isChange(lower: string, match: RegExpMatchArray): boolean {
  const before = lower.slice(0, (match.index ?? 0) + 1);
  return (
    /\b(?:add|remove|drop|take(?: away)?|plus|minus|by|kill|start) (?:another |an extra )?.?$/u.test(
      before,
    ) && !/ (?:to|of) /u.test(match[0])
  );
}

const FACTORS: Array<[RegExp, number]> = [
  [/\b(?:doubl(?:e|es|ed|ing)|twice)\b/u, 2],
  [/\b(?:tripl(?:e|es|ing)|three times|thrice)\b/u, 3],
  [/\b(?:quadrupl(?:e|es|ing)|four times)\b/u, 4],
  [
    /\b(?:halv(?:e|es|ing)|(?:in|by|cut\b.*) half|half (?:as many|the (?:number|amount|copies|replicas|instances|pods)|of the))\b/u,
    0.5,
  ],
];
const TIMES = [
  new RegExp(`\\b(${NUMBER}) times (?:as|more|the)\\b`, 'u'),
  /(?<![\w.])(\d+(?:\.\d+)?) ?x\b/u,
  /\bx ?(\d+(?:\.\d+)?)\b/u,
  new RegExp(`\\bby (?:a |the )?factor (?:of )?(${NUMBER})`, 'u'),
  new RegExp(`\\bfactor (?:of )?(${NUMBER})`, 'u'),
];

/** 'double' is 2, 'half' is 0.5. */
export const factor: Extractor = ({ lower }) => {
  for (const [pattern, value] of FACTORS) {
    const match = lower.match(pattern);
    // "run four times" counts copies.
    if (match && !/\brun\b.* (?:three|four) times/u.test(lower)) {
      return said(value, match);
    }
  }
  for (const pattern of TIMES) {
    const match = lower.match(pattern);
    const value = match ? toNumber(match[1]) : undefined;
    if (match && value !== undefined) {
      return said(value, match);
    }
  }
  return undefined;
};

const ADDED = [
  new RegExp(
    `\\b(${NUMBER})(?: of them)? (?:${COPIES} )?(?:more|extra|additional|further|fewer|less|away)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:add|remove|drop|take(?: away)?|plus|minus|kill|start)(?: another| an extra)? (${NUMBER})\\b(?! ?(?:[kmgt]i?b?\\b|gigs?|megs?|cores?|cpus?))`,
    'u',
  ),
  new RegExp(`\\bby (${NUMBER})(?! times| percent|%)(?: ${COPIES})?\\b`, 'u'),
  new RegExp(`(?<![\\w.-])([+-]\\d+)(?: ${COPIES})?(?![\\w.-])`, 'u'),
  new RegExp(
    `\\b(another|an extra|an additional|one more)(?= ${COPIES}\\b| one\\b|[.,!?]|$| (?:please|pls|of|for|to))`,
    'u',
  ),
  new RegExp(
    `\\b(?:add|remove|drop|take away) (an?|one) (?:\\w+ )?${COPIES}\\b`,
    'u',
  ),
];
const LESS =
  /\b(?:fewer|less|remove|drop|minus|away|off|reduce|decrease|lower|down|kill|shrink|cut|scale(?: \S+)? in)\b/u;

/** 'two more' is 2, 'one fewer' is -1. */
export const add: Extractor = ({ lower }) => {
  for (const pattern of ADDED) {
    const match = lower.match(pattern);
    if (match) {
      const word = match[1];
      const signed = /^[+-]/.test(word) ? Number(word) : undefined;
      const value =
        signed ??
        (/^(?:another|an (?:extra|additional)|one more)$/.test(word)
          ? 1
          : toNumber(word));
      if (value !== undefined && Number.isInteger(value)) {
        const less = signed === undefined && LESS.test(lower);
        return said(less ? -value : value, match);
      }
    }
  }
  return undefined;
};

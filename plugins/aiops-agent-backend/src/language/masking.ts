import type { Reading, Span } from './types';
import { blueprintNamed } from './values/app';
import { durationsSaid } from './values/duration';
import { enginesSaid } from './values/engine';
import { host } from './values/host';
import { image } from './values/image';
import { overlaps } from './text';
import { isInName } from './values/match';
import { money } from './values/money';
import { name } from './values/name';
import { period } from './values/period';
import { quantitiesSaid } from './values/quantity';
import { requestNamed } from './values/request';
import { team } from './values/team';
import { tier } from './values/tier';

interface Mask extends Span {
  word: string;
}

const ANY = { intent: '', parameters: new Set<string>(), asked: false };
const MENTION = {
  environment: 'xenv',
  application: 'xapp',
  database: 'xdb',
  team: 'xteam',
};

/** `v2`, `1.8.2`, and what is called a version. */
const VERSION =
  /(?<![\w.:/-])(?:v\d+(?:\.\d+)*|\d+(?:\.\d+){2,})(?:-[a-z0-9.]+)?(?![\w/-])|(?<=\b(?:version|release|tag) )\d[\w.]*/gu;

const FACTOR = /(?<!\w)x ?\d+\b|\b\d+ ?x\b/gu;
const NUMBERS = /(?<![\w.-])\d+(?:[.,]\d+)?\b/gu;
const NAMES =
  /(?<![\w./:-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:dev|test|staging|prod|db|cache|api|web|app|site|blog|\d+)(?![\w/:-])|(?<![\w./:-])[a-z]+\d+(?![\w/:.-])/gu;
/** Without one of these none of them is there, which is quickly seen. */
const DIGIT = /\d/u;
const NAME_LIKE = /[a-z]-[a-z\d]|[a-z]\d/u;

function matches(word: string, lower: string, pattern: RegExp): Mask[] {
  return Array.from(lower.matchAll(pattern), match => ({
    start: match.index,
    end: match.index + match[0].length,
    word,
  }));
}

/** "delete it" is about an environment where one is spoken of. */
function pointing({ lower, spoken: { thing } }: Reading): Mask[] {
  return thing
    ? Array.from(
        lower.matchAll(/(?<=\S )(?:it|that one|this one)(?='s\b|[ .,!?]|$)/gu),
        match => ({
          start: match.index,
          end: match.index + match[0].length,
          word: MENTION[thing.kind],
        }),
      )
    : [];
}

function masksOf(reading: Reading): Mask[] {
  const found = (word: string, value: { spans: Span[] } | undefined): Mask[] =>
    (value?.spans ?? []).map(({ start, end }) => ({ start, end, word }));
  // In order of trust: an earlier mask keeps a later one out.
  return [
    ...found('xreq', requestNamed(reading)),
    ...found('ximage', image(reading, ANY)),
    ...found('xhost', host(reading, ANY)),
    ...found('xteam', team(reading, ANY)),
    ...reading.mentions
      .filter(({ strength, kind }) => strength === 'exact' && kind !== 'team')
      .map(({ start, end, kind }) => ({ start, end, word: MENTION[kind] })),
    ...pointing(reading),
    ...found('xblueprint', blueprintNamed(reading)),
    ...enginesSaid(reading).map(({ span, cache }) => ({
      ...span,
      word: cache ? 'xcache' : 'xengine',
    })),
    ...found('called xname', name(reading, ANY)),
    ...quantitiesSaid(reading).flatMap(each => found('xquantity', each)),
    ...found('xmoney', money(reading, ANY)),
    ...(DIGIT.test(reading.lower)
      ? [
          ...matches('xfactor', reading.lower, FACTOR),
          ...matches('xversion', reading.lower, VERSION),
        ]
      : []),
    ...found('xperiod', period(reading, ANY)),
    ...durationsSaid(reading)
      .filter(({ bare }) => !bare)
      .flatMap(each => found('xduration', each)),
    ...found('xtier', tier(reading, ANY)),
    ...(NAME_LIKE.test(reading.lower)
      ? matches('xname', reading.lower, NAMES).filter(
          span => !isInName({ ...reading, tokens: [] }, span),
        )
      : []),
    ...(DIGIT.test(reading.lower)
      ? matches('xnumber', reading.lower, NUMBERS)
      : []),
  ];
}

/**
 * The message with names, numbers and dates replaced by what they are, so
 * that the classifier learns the words around them.
 */
export function maskMessage(reading: Reading): string {
  const kept: Mask[] = [];
  for (const mask of masksOf(reading)) {
    if (mask.end > mask.start && !kept.some(other => overlaps(other, mask))) {
      kept.push(mask);
    }
  }
  return kept
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, word }) =>
        `${text.slice(0, start)}${word}${text.slice(end)}`,
      reading.lower,
    );
}

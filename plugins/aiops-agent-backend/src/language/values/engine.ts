import type { Extractor, Reading, Span, Vocabulary } from '../types';
import { overlaps } from '../text';
import { firstOf, isInName, spanOf } from './match';

interface Engine {
  name: string;
  cache: boolean;
  words: RegExp;
}

const KNOWN: Engine[] = [
  [
    'postgresql',
    'post?gr[ea]s{1,2}(?:[ -]?(?:ql|sql))?|postgre(?:[ -]?sql)?|psql|pg(?:sql)?',
  ],
  ['mysql', 'my[ -]?sql'],
  ['mariadb', 'maria(?:[ -]?db)?'],
  ['mongodb', 'mongo(?:[ -]?db)?'],
  ['redis', 'red{1,2}is{1,2}'],
  ['valkey', 'val[ -]?key'],
].map(([name, words]) => ({
  name,
  cache: name === 'redis' || name === 'valkey',
  words: new RegExp(`\\b(?:${words})\\b`, 'gu'),
}));

/** Without one of these no known engine is named, which is quickly seen. */
const HINT = /p[og]|psql|sql|maria|mongo|redd?is|val[ -]?key/u;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/-/g, '[ -]?');
}

const known = new WeakMap<Vocabulary, Engine[]>();

/** Engines of the platform's blueprints beside the known ones. */
function enginesOf({ vocabulary }: Reading): Engine[] {
  const found = known.get(vocabulary) ?? enginesIn(vocabulary);
  known.set(vocabulary, found);
  return found;
}

function enginesIn({ blueprints }: Vocabulary): Engine[] {
  const added = blueprints
    .filter(
      ({ role, name, engine: kind }) =>
        role !== 'application' &&
        !KNOWN.some(other => other.name === (kind ?? name)),
    )
    .map(({ name, engine: kind, role, aliases }) => ({
      name: kind ?? name,
      cache: role === 'cache',
      words: new RegExp(
        `\\b(?:${[name, ...aliases].map(escaped).join('|')})\\b`,
        'gu',
      ),
    }));
  return [...KNOWN, ...added];
}

/** Engines and caches that a message names, and where. */
export function enginesSaid(
  reading: Reading,
): Array<{ name: string; cache: boolean; span: Span; refused: boolean }> {
  const engines = enginesOf(reading);
  return (
    HINT.test(reading.lower)
      ? engines
      : engines.filter(each => !KNOWN.includes(each))
  )
    .flatMap(({ name, cache, words }) =>
      Array.from(reading.lower.matchAll(words), match => ({
        name,
        cache,
        span: spanOf(match),
        refused:
          /(?:\bno|\bnot|without|instead of|rather than|don't (?:need|want)|skip|drop)(?: an?| the| any)? $/.test(
            reading.lower.slice(0, match.index),
          ) &&
          // "drop a redis into staging" wants one.
          !/^\S* (?:in|into|on|onto) /u.test(reading.lower.slice(match.index)),
      })),
    )
    .filter(({ span }) => !isInName(reading, span))
    .sort((a, b) => a.span.start - b.span.start);
}

/** One engine; a cache where a cache is asked for, else a database. */
export const engine: Extractor = (reading, { intent }) => {
  const engines = enginesSaid(reading).filter(({ refused }) => !refused);
  const wantsCache = intent.includes('cache');
  const found =
    engines.find(({ cache }) => cache === wantsCache) ??
    // A correction names the last one: "not mysql, postgres".
    engines[0];
  return found && { value: found.name, spans: [found.span] };
};

/** Engines and caches, sorted, each once. */
export const services: Extractor = reading => {
  const engines = enginesSaid(reading);
  const wanted = engines.filter(({ refused }) => !refused);
  const spans = engines.map(({ span }) => span);
  if (wanted.length > 0) {
    return {
      value: [...new Set(wanted.map(({ name }) => name))].sort(),
      spans,
    };
  }
  const none = firstOf(reading, [
    [/\b(?:without|no) (?:an? |any )?(?:databases?|services|db)\b/, true],
    [/\b(?:empty|nothing in it|nothing else)\b/, true],
  ]);
  return none &&
    !engines.some(({ span }) => none.spans.some(s => overlaps(s, span)))
    ? { value: [], spans: none.spans }
    : undefined;
};

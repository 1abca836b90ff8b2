import type { Reading, Said, Wanted } from '../../types';
import { said, spanOf } from '../match';
import { entityOf, namesOf, NOUNS, type Kind } from './kinds';

const POINTING =
  /\b(?:it|its|this(?: one)?(?! (?:month|week|morning|year|time|afternoon|evening|quarter|summer|autumn|winter|spring))|that one|(?:this|that) thing|(?<=\b(?:did|does|is|was|has|about|of|for) )that(?! \w+ing\b)|that(?=[.!?]?$)|there(?=[.!?]?$))\b/u;
const KINDS: Kind[] = ['application', 'environment', 'database'];

/** 'my app', 'the test env', with up to one word between. */
const OWN = Object.fromEntries(
  KINDS.map(kind => [
    kind,
    new RegExp(
      `\\b(?:my|our|the|this|that)(?: (?!new\\b)[\\w-]+)?(?: [\\w-]+)? ${NOUNS[kind]}(?:'s)?\\b`,
      'u',
    ),
  ]),
) as Record<Kind, RegExp>;

/** Intents that are about a thing even where none is named. */
const ABOUT_A_THING =
  /^(?:troubleshoot|show_logs|restart|scale|resize|rollback|update|delete|expose|extend|hibernate|wake|get_credentials|rotate|create_backup|schedule_backup|restore|list_permissions|grant|revoke)/;

/** Questions about one thing or about all. */
const OPTIONAL = /^(?:show_cost|show_usage|list_backups)$/;
const OURS =
  /\b(?:we|our|us|ours|everything|altogether|in total|overall|in all)\b/u;

/** "my app": the page's, else the only one of the kind that is meant. */
function owned({ context, lower }: Reading, kinds: Kind[]): Said | undefined {
  const entity = entityOf(context);
  for (const kind of kinds) {
    const match = lower.match(OWN[kind]);
    if (match && entity && (entity.kind ?? kind) === kind) {
      return said(entity.name, match);
    }
    const names = namesOf(context, kind);
    if (match && names.length === 1) {
      return said(names[0], match);
    }
  }
  return undefined;
}

const OTHER =
  /\bthe (?:other|second) (?:one|environment|env|app|application|site|database|db)\b|\bthe other$/u;

/** "the other one", where there are two of what was spoken of. */
function otherOne(
  { context, lower, spoken: { thing } }: Reading,
  kinds: Kind[],
): Said | undefined {
  const match = thing && kinds.includes(thing.kind) ? lower.match(OTHER) : null;
  const others = thing
    ? namesOf(context, thing.kind).filter(name => name !== thing.name)
    : [];
  return match && others.length === 1 ? said(others[0], match) : undefined;
}

/**
 * 'my app', 'it', 'this': what is spoken of, the entity of the page, else the
 * only one there is. On an entity's page, naming nothing means that entity.
 */
export function pointedAt(
  reading: Reading,
  kinds: Kind[],
  { parameters, intent }: Wanted,
): Said | undefined {
  const { context, lower } = reading;
  const { thing } = reading.spoken;
  const other = otherOne(reading, kinds);
  if (other) {
    return other;
  }
  // In "deploy wordpress and make it public", 'it' is what is being made.
  const pointer = parameters.has('name') ? null : lower.match(POINTING);
  const spoken = thing && kinds.includes(thing.kind) ? thing : undefined;
  if (spoken && pointer) {
    return said(spoken.name, pointer);
  }
  const own = owned(reading, kinds);
  if (own) {
    return own;
  }
  const entity = entityOf(context);
  const isThisPage = /\b(?:(?<!\ball (?:of )?)this|here)\b/u.test(lower);
  if (spoken && ABOUT_A_THING.test(intent) && !isThisPage) {
    return { value: spoken.name, spans: [] };
  }
  // "What did we spend?" is about everything, on whatever page it is asked.
  if (
    OPTIONAL.test(intent) &&
    !pointer &&
    OURS.test(lower) &&
    !/\bhere\b/u.test(lower)
  ) {
    return undefined;
  }
  if (entity) {
    const match = pointer ?? lower.match(/\bhere\b/u);
    return !entity.kind || kinds.includes(entity.kind)
      ? { value: entity.name, spans: match ? [spanOf(match)] : [] }
      : undefined;
  }
  if (pointer) {
    const lists = KINDS.filter(kind => kinds.includes(kind)).map(kind =>
      namesOf(context, kind),
    );
    const first = lists.find(list => list.length > 0) ?? [];
    return first.length === 1 ? said(first[0], pointer) : undefined;
  }
  return undefined;
}

const THERE =
  /\b(?:(?:in|into|inside|on|onto|to) (?:there|it|that one|this one|the same (?:one|place|environment|env))|there|same place)\b/u;

/** "put a database in there": the environment that was spoken of. */
export function placePointedAt({ lower, spoken }: Reading): Said | undefined {
  const match = spoken.place ? lower.match(THERE) : null;
  return match ? said(spoken.place, match) : undefined;
}

const OBJECT =
  /\b(?:change|restart|bounce|scale|resize|delete|remove|update|upgrade|expose|back up|restore|rotate|check|fix) (?:it|that one|this one)\b/u;

/** "change that one, the whole desk knows it" isn't about `front-desk`. */
export function objectPointedAt(
  { lower, spoken: { thing } }: Reading,
  kinds: Kind[],
): Said | undefined {
  const match =
    thing && kinds.includes(thing.kind) ? lower.match(OBJECT) : null;
  return match && thing ? said(thing.name, match) : undefined;
}

/** "in the other environment", where there are two. */
export function otherPlace({
  context,
  lower,
  spoken: { place },
}: Reading): Said | undefined {
  const match = place ? lower.match(OTHER) : null;
  const names = namesOf(context, 'environment');
  const [other, ...others] = names.filter(name => name !== place);
  return match && other && others.length === 0 && place && names.includes(place)
    ? said(other, match)
    : undefined;
}

/** What was made a moment ago has a name, though nothing shows it yet. */
export function madeBefore({ tokens, spoken }: Reading): Said | undefined {
  const name = spoken.params?.name;
  const token = tokens.find(({ text }) => text === name);
  return token && { value: token.text, spans: [token] };
}

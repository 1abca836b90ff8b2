import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import type { Extractor, Mention, Reading, Said, Wanted } from '../types';
import { said, spanOf } from './match';

type Kind = Exclude<Mention['kind'], 'team'>;

const NOUNS: Record<Kind, string> = {
  environment:
    '(?:environments?|envs?|enviroments?|namespace|sandbox|playground|workspace)',
  application:
    '(?:apps?|applications?|web ?apps?|sites?|websites?|blogs?|pages?|service|wordpress|ghost|wiki)',
  database:
    '(?:databases?|dbs?|cache|redis|postgres(?:ql)?|mysql|mariadb|valkey|mongo(?:db)?)',
};
const POINTING = /\b(?:it|its|this(?: one)?|that one)\b/u;

function listOf(context: LanguageContext, kind: Kind): string[] {
  return (
    {
      environment: context.environments,
      application: context.applications,
      database: context.databases,
    }[kind] ?? []
  );
}

/** Name and, where it can be told, kind of the entity of the page. */
export function entityOf(
  context: LanguageContext,
): { name: string; kind?: Kind } | undefined {
  if (!context.entity) {
    return undefined;
  }
  const match = context.entity.match(/^(?:([\w-]+):)?(?:[\w.-]+\/)?(.+)$/);
  const name = match?.[2] ?? context.entity;
  const ofRef: Record<string, Kind> = {
    system: 'environment',
    environment: 'environment',
    component: 'application',
    application: 'application',
    resource: 'database',
    database: 'database',
  };
  const fromRef = ofRef[match?.[1]?.toLowerCase() ?? ''];
  const kinds: Kind[] = ['application', 'environment', 'database'];
  const kind =
    fromRef ?? kinds.find(each => listOf(context, each).includes(name));
  // A page of a person, a group or a template is no thing that runs.
  return match?.[1] && !fromRef ? undefined : { name, kind };
}

/** The best mention of one of the kinds: whole names before parts of them. */
function mentioned(reading: Reading, kinds: Kind[]): Said | undefined {
  const fitting = reading.mentions.filter(({ kind }) =>
    (kinds as string[]).includes(kind),
  );
  const best =
    fitting.find(({ strength }) => strength === 'exact') ?? fitting[0];
  return best && { value: best.name, spans: [best] };
}

const TIERS: Array<[RegExp, RegExp]> = [
  [
    /\b(?:dev|development|sandbox|playground)\b/u,
    /(?:^|-)(?:dev|sandbox|playground)(?:-|$)/,
  ],
  [
    /\b(?:test|testing|qa|uat|preview)\b/u,
    /(?:^|-)(?:test|qa|uat|preview)(?:-|$)/,
  ],
  [
    /\b(?:staging|stage|pre-?prod(?:uction)?)\b/u,
    /(?:^|-)(?:staging|stage|preprod)(?:-|$)/,
  ],
  [/\b(?:prod|production|live)\b/u, /(?:^|-)(?:prod|production|live)(?:-|$)/],
];

/** "our test env", where one environment alone is called so. */
function byTier(reading: Reading): Said | undefined {
  const names = listOf(reading.context, 'environment');
  for (const [spoken, written] of TIERS) {
    const match = reading.lower.match(spoken);
    const fitting = match ? names.filter(each => written.test(each)) : [];
    const inName =
      match &&
      reading.tokens.some(
        token =>
          token.text.includes('-') &&
          token.start <= spanOf(match).start &&
          token.end > spanOf(match).start,
      );
    if (match && !inName && fitting.length === 1) {
      return said(fitting[0], match);
    }
  }
  return undefined;
}

/** "to staging", "in foo-bar": a place that is named but not known. */
function unknownPlace(reading: Reading): Said | undefined {
  const match =
    reading.lower.match(
      /\b(?:in|into|to|on|onto|inside)(?: the| my| our)? ([a-z][a-z0-9]*(?:-[a-z0-9]+)+|staging|production|prod|demo|dev|test|sandbox|preprod|qa|uat)\b(?![\w.:/-])/u,
    ) ??
    reading.lower.match(
      /\b(?:in|into|to|on|onto|inside)(?: the| my| our)? ([a-z][a-z0-9-]*) (?:environment|env|namespace)\b/u,
    ) ??
    reading.lower.match(
      /\b(?:environment|env|namespace)(?: ?[:=]| called| named)? ([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\b/u,
    );
  return match && !/^(?:this|that|the|same|new|my|our|an?)$/.test(match[1])
    ? { value: match[1], spans: [spanOf(match)] }
    : undefined;
}

/** 'my app', 'it', 'this': the entity of the page, else the only one there is. */
function pointedAt(
  reading: Reading,
  kinds: Kind[],
  { parameters }: Wanted,
): Said | undefined {
  const { context, lower } = reading;
  const entity = entityOf(context);
  const fits = entity && (!entity.kind || kinds.includes(entity.kind));
  for (const kind of kinds) {
    const match = lower.match(
      new RegExp(
        `\\b(?:my|our|the|this|that)(?: (?!new\\b)\\w+)?(?: \\w+)? ${NOUNS[kind]}(?:'s)?\\b`,
        'u',
      ),
    );
    if (match) {
      if (fits && (!entity.kind || entity.kind === kind)) {
        return said(entity.name, match);
      }
      const [only, ...others] = listOf(context, kind);
      if (only && others.length === 0) {
        return said(only, match);
      }
    }
  }
  if (entity) {
    const match = lower.match(POINTING) ?? lower.match(/\bhere\b/u);
    return fits
      ? { value: entity.name, spans: match ? [spanOf(match)] : [] }
      : undefined;
  }
  // In "deploy wordpress and make it public", 'it' is what is being made.
  const match = parameters.has('name') ? undefined : lower.match(POINTING);
  if (!match) {
    return undefined;
  }
  const ordered: Kind[] = ['application', 'environment', 'database'];
  const lists = ordered
    .filter(kind => kinds.includes(kind))
    .map(kind => listOf(context, kind));
  const first = lists.find(list => list.length > 0) ?? [];
  return first.length === 1 ? said(first[0], match) : undefined;
}

function thing(kinds: Kind[], options: { place?: boolean } = {}) {
  return (reading: Reading, wanted: Wanted): Said | undefined => {
    const exact = mentioned(
      {
        ...reading,
        mentions: reading.mentions.filter(
          ({ strength }) => strength === 'exact',
        ),
      },
      kinds,
    );
    return (
      exact ??
      (kinds.includes('environment') ? byTier(reading) : undefined) ??
      mentioned(reading, kinds) ??
      (options.place ? unknownPlace(reading) : undefined) ??
      (wanted.pending && !wanted.asked
        ? undefined
        : pointedAt(reading, kinds, wanted)) ??
      unknownName(reading, kinds) ??
      (wanted.asked ? soleWord(reading) : undefined)
    );
  };
}

/** "status of foo-bar", where nothing is known by that name. */
function unknownName(reading: Reading, kinds: Kind[]): Said | undefined {
  const nouns = kinds.map(kind => NOUNS[kind]).join('|');
  const match =
    reading.lower.match(
      new RegExp(
        `\\b(?:of|for|is|are|does|did|about|on|has|how's|check) (?:the |my |our |${nouns} )*([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\\w.:/-])`,
        'u',
      ),
    ) ??
    reading.lower.match(
      new RegExp(
        `\\b(?:${nouns}) ([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\\w.:/-])`,
        'u',
      ),
    );
  return match ? { value: match[1], spans: [spanOf(match, 1)] } : undefined;
}

/** A bare answer to "which one?". */
function soleWord(reading: Reading): Said | undefined {
  const [only, ...others] = reading.tokens.filter(
    ({ text }) => !/^(?:the|in|to|on|my|our|please|one|it's)$/.test(text),
  );
  return only && others.length === 0 && /^[a-z][a-z0-9-]*$/.test(only.text)
    ? { value: only.text, spans: [only] }
    : undefined;
}

/** An environment that exists, or a place that was named. */
export const environment: Extractor = thing(['environment'], { place: true });
/** An application that exists. */
export const application: Extractor = thing(['application']);
/** An environment, an application or a database. */
export const target: Extractor = (reading, wanted) =>
  withKind(reading, wanted) ??
  thing(['application', 'environment', 'database'])(reading, wanted);

/** "the shop database" is a database even where an application is the shop. */
function withKind(reading: Reading, { intent }: Wanted): Said | undefined {
  const kinds: Kind[] = ['database', 'environment', 'application'];
  for (const kind of kinds) {
    const pattern = new RegExp(`\\b([\\w-]+) ${NOUNS[kind]}\\b`, 'u');
    const match = reading.lower.match(pattern);
    const mention =
      match &&
      reading.mentions.find(
        ({ start, end }) =>
          start < spanOf(match).end && end > spanOf(match).start,
      );
    if (match && mention && mention.kind !== kind && mention.kind !== 'team') {
      // "the blog database" for `marketing-blog-db` or `blog-db`
      const parts = match[1].split('-');
      const fitting = listOf(reading.context, kind).filter(name =>
        parts.every(part => name.split('-').includes(part)),
      );
      if (fitting.length === 1) {
        return said(fitting[0], match);
      }
    }
  }
  // Passwords are those of a database or an application, not of a place.
  if (intent.includes('credentials')) {
    const found = mentioned(
      {
        ...reading,
        mentions: reading.mentions.filter(
          ({ strength }) => strength === 'exact',
        ),
      },
      ['database', 'application'],
    );
    return found;
  }
  return undefined;
}

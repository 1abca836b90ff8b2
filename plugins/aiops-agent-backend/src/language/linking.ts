import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import { editDistance, slipsAllowed } from './text';
import type { Mention, Token } from './types';

/** Words that say what kind of thing a name is, so they name nothing alone. */
const KIND_WORDS: Record<string, Mention['kind']> = {
  env: 'environment',
  environment: 'environment',
  namespace: 'environment',
  app: 'application',
  application: 'application',
  site: 'application',
  website: 'application',
  db: 'database',
  database: 'database',
  cache: 'database',
  team: 'team',
};

/** Parts of names that are too common to stand for one loosely. */
const WEAK_PARTS = new Set([
  ...Object.keys(KIND_WORDS),
  ...['dev', 'test', 'staging', 'prod', 'web', 'my', 'new', 'the', 'a', 'to'],
  ...['in', 'on', 'of', 'and', 'for', 'is', 'it', 'data', 'main', 'one', 'at'],
]);

/** Words between names that belong to none. */
const NO_PART = new Set(
  'of to in on the a an for from is are and my our at by with it does has as or be was this that get'.split(
    ' ',
  ),
);

interface Name {
  kind: Mention['kind'];
  name: string;
  /** Without what separates its parts. */
  squeezed: string;
  digits: string;
  parts: string[];
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, '');
}

const known = new WeakMap<LanguageContext, Name[]>();

function namesOf(context: LanguageContext): Name[] {
  const names = known.get(context) ?? namesIn(context);
  known.set(context, names);
  return names;
}

function namesIn(context: LanguageContext): Name[] {
  const make = (kind: Mention['kind'], list: string[] = []) =>
    list.map(name => {
      const squeezed = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
      return {
        kind,
        name,
        squeezed,
        digits: digitsOf(squeezed),
        parts: name.toLowerCase().split(/[^\p{L}\p{N}]+/u),
      };
    });
  return [
    ...make('environment', context.environments),
    ...make('application', context.applications),
    ...make('database', context.databases),
    ...make('team', context.teams),
  ];
}

/** The kind that the words beside a mention give it: "the shop database". */
function kindBeside(tokens: Token[], first: number, last: number) {
  return (
    KIND_WORDS[tokens[last + 1]?.text ?? ''] ??
    KIND_WORDS[tokens[first - 1]?.text ?? '']
  );
}

function pick(names: Name[], kind: Mention['kind'] | undefined) {
  return (
    names.find(name => name.kind === kind) ??
    names.find(name => name.kind !== 'team') ??
    names[0]
  );
}

/** Windows of up to four words against whole names, slips included. */
function exactMentions(tokens: Token[], names: Name[]): Mention[] {
  const found: Mention[] = [];
  const parts = tokens.map(({ text }) =>
    text
      .replace(/'s$/u, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
  let first = 0;
  while (first < tokens.length) {
    let step = 1;
    for (let size = Math.min(4, tokens.length - first); size > 0; size -= 1) {
      const last = first + size - 1;
      const words = parts.slice(first, last + 1).flat();
      const said = words.join('');
      const same = names.filter(name => name.squeezed === said);
      const near = same.length > 0 ? same : nearest(words, names);
      if (near.length > 0) {
        const name = pick(near, kindBeside(tokens, first, last));
        found.push({
          kind: name.kind,
          name: name.name,
          strength: 'exact',
          start: tokens[first].start,
          end: tokens[last].end,
        });
        step = size;
        break;
      }
    }
    first += step;
  }
  return found;
}

const sorted = (text: string) => [...text].sort().join('');

/** True when two parts of names are the same but for a slip of the finger. */
function samePart(said: string, part: string): boolean {
  if (said === part) {
    return true;
  }
  // Of a short part only swapped letters are a slip: `dve`, but never `qa`.
  if (part.length < 5) {
    return part.length > 2 && sorted(said) === sorted(part);
  }
  const slips = slipsAllowed(part.length);
  return editDistance(said, part, slips) <= slips;
}

/** Names that words spell with a slip; of several equally near ones all. */
function nearest(words: string[], names: Name[]): Name[] {
  const said = words.join('');
  const allowed = slipsAllowed(said.length);
  if (allowed === 0 || words.some(word => NO_PART.has(word))) {
    return [];
  }
  let distance = words.length > 1 ? 1 : allowed;
  let best: Name[] = [];
  const digits = digitsOf(said);
  for (const name of names) {
    const { squeezed, parts, kind } = name;
    // Numbers are never slips: `blog2` isn't `blog1`. Teams are called by
    // words that mean something else with another letter.
    if (
      kind === 'team' ||
      squeezed.length < 5 ||
      Math.abs(squeezed.length - said.length) > allowed ||
      name.digits !== digits
    ) {
      continue;
    }
    const inParts =
      words.length === parts.length
        ? parts.every((part, at) => samePart(words[at], part))
        : parts.length === 1 || words.length === 1;
    const found = inParts
      ? editDistance(
          said,
          squeezed,
          words.length === parts.length ? allowed : distance,
        )
      : allowed + 1;
    if (found > allowed) {
      continue;
    }
    if (
      found < distance ||
      (found <= allowed && best.length === 0 && words.length === parts.length)
    ) {
      distance = found;
      best = [name];
    } else if (found === distance) {
      best.push(name);
    }
  }
  return best;
}

/** Parts that one name alone of its kind has. */
function looseMentions(
  tokens: Token[],
  names: Name[],
  taken: Mention[],
): Mention[] {
  const found: Mention[] = [];
  tokens.forEach((token, index) => {
    const covered = taken.some(
      mention => mention.start < token.end && token.start < mention.end,
    );
    if (covered || token.text.length < 3 || WEAK_PARTS.has(token.text)) {
      return;
    }
    const next = tokens[index + 1];
    const beside = KIND_WORDS[next?.text ?? ''];
    const slips = slipsAllowed(token.text.length);
    const having = names.filter(
      name =>
        name.kind !== 'team' &&
        name.parts.some(part =>
          slips === 0
            ? part === token.text
            : part.length > 3 && editDistance(token.text, part, slips) <= slips,
        ),
    );
    const ofKind = beside
      ? having.filter(name => name.kind === beside)
      : having;
    const apps = ofKind.filter(name => name.kind === 'application');
    const candidates = !beside && apps.length > 0 ? apps : ofKind;
    if (candidates.length === 1) {
      found.push({
        kind: candidates[0].kind,
        name: candidates[0].name,
        strength: 'loose',
        start: token.start,
        end: beside ? next.end : token.end,
      });
    }
  });
  return found;
}

/**
 * The names of the context that a message speaks of, robust to misspelling,
 * spacing and loose speech. Only names of the context can come out, and the
 * context holds only what the person may see.
 */
export function linkEntities(
  tokens: Token[],
  context: LanguageContext,
): Mention[] {
  const names = namesOf(context);
  const exact = exactMentions(tokens, names);
  return [...exact, ...looseMentions(tokens, names, exact)];
}

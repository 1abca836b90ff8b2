import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import { slipsAllowed } from '../text';
import type { Mention } from '../types';

/** A name of the context, ready to be compared with what was said. */
export interface Name {
  kind: Mention['kind'];
  name: string;
  /** Without what separates its parts. */
  squeezed: string;
  digits: string;
  parts: string[];
}

/** The names of a context. */
export interface Names {
  /** How many letters a word can have that is meant for one of them. */
  longest: number;
  /** Those that are spelt like this when written in one. */
  spelt(squeezed: string): Name[] | undefined;
  /**
   * Those of things that have about as many letters and the same digits:
   * `blog2` is no slip of `blog1`.
   */
  alike(squeezed: string): Name[];
  /** Those of things by their parts: `blog` of `marketing-blog`. */
  byPart: Map<string, Name[]>;
}

/** How many letters a name needs to be recognised with slips. */
const SHORTEST = 5;
const ONE_PART = /^[a-z\d]+$/;
const NO_WORD = /[^\p{L}\p{N}]+/u;

/** The digits of a text, in order. */
function digitsOf(text: string): string {
  return /\d/.test(text) ? text.replace(/\D+/g, '') : '';
}

/** The parts of a name or a word: `marketing` and `blog`. */
export function partsOf(text: string): string[] {
  if (ONE_PART.test(text)) {
    return [text];
  }
  return text.toLowerCase().split(NO_WORD).filter(Boolean);
}

function groupedBy<K>(names: Name[], key: (name: Name) => K): Map<K, Name[]> {
  const groups = new Map<K, Name[]>();
  for (const name of names) {
    const group = groups.get(key(name)) ?? [];
    group.push(name);
    groups.set(key(name), group);
  }
  return groups;
}

function namesIn(context: LanguageContext): Names {
  const make = (kind: Mention['kind'], list: string[] = []): Name[] =>
    list.map(name => {
      const parts = partsOf(name);
      const squeezed = parts.join('');
      return { kind, name, squeezed, digits: digitsOf(squeezed), parts };
    });
  const all = [
    ...make('environment', context.environments),
    ...make('application', context.applications),
    ...make('database', context.databases),
    ...make('team', context.teams),
  ];
  const byPart = new Map<string, Name[]>();
  for (const name of all) {
    for (const part of name.kind === 'team' ? [] : name.parts) {
      byPart.set(part, [...(byPart.get(part) ?? []), name]);
    }
  }
  const bySpelling = groupedBy(all, ({ squeezed }) => squeezed);
  // Teams are called by words that mean something else with another letter.
  const misspelt = all.filter(
    ({ kind, squeezed }) => kind !== 'team' && squeezed.length >= SHORTEST,
  );
  const byReach = new Map<number, Name[]>();
  const within = (length: number): Name[] => {
    const slips = slipsAllowed(length);
    const found =
      byReach.get(length) ??
      misspelt.filter(
        ({ squeezed }) => Math.abs(squeezed.length - length) <= slips,
      );
    byReach.set(length, found);
    return found;
  };
  const longest = Math.max(0, ...all.map(({ squeezed }) => squeezed.length));
  return {
    longest: longest + slipsAllowed(longest),
    byPart,
    spelt: said => bySpelling.get(said),
    alike: said => {
      const near = said.length < SHORTEST ? [] : within(said.length);
      const digits = near.length > 0 ? digitsOf(said) : '';
      return near.filter(name => name.digits === digits);
    },
  };
}

const known = new WeakMap<LanguageContext, Names>();

/** The names that a person may see; made once for each context. */
export function namesOf(context: LanguageContext): Names {
  const names = known.get(context) ?? namesIn(context);
  known.set(context, names);
  return names;
}

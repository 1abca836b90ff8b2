import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
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
  all: Name[];
  /** Those of things by their parts: `blog` of `marketing-blog`. */
  byPart: Map<string, Name[]>;
}

const NO_WORD = /[^\p{L}\p{N}]+/u;

/** The digits of a text, in order. */
export function digitsOf(text: string): string {
  return text.replace(/\D+/g, '');
}

/** The parts of a name or a word: `marketing` and `blog`. */
export function partsOf(text: string): string[] {
  return text.toLowerCase().split(NO_WORD).filter(Boolean);
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
  return { all, byPart };
}

const known = new WeakMap<LanguageContext, Names>();

/** The names that a person may see; made once for each context. */
export function namesOf(context: LanguageContext): Names {
  const names = known.get(context) ?? namesIn(context);
  known.set(context, names);
  return names;
}

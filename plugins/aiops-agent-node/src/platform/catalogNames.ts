import type { Environment } from './types';

/** A thing that needs a name, unique in the catalog. */
export interface Nameable {
  /** The name that its manifest asks for. */
  wanted?: string;
  instance: string;
  environment: Environment;
}

/**
 * Gives each thing a name of its own: the one that its manifest asks for;
 * else its folder's, when that is unique or it is the only one in
 * production; else with its tier, else with its environment.
 *
 * @returns the names in the order given, and what to say where a wish was not
 * granted.
 */
export function catalogNames(things: Nameable[]): {
  names: string[];
  clashes: Map<number, string>;
} {
  const names: Array<string | undefined> = things.map(() => undefined);
  const taken = new Set<string>();
  const clashes = new Map<number, string>();
  const give = (index: number, name: string) => {
    taken.add(name);
    names[index] = name;
  };

  things.forEach(({ wanted }, index) => {
    if (wanted === undefined) {
      return;
    }
    if (taken.has(wanted)) {
      clashes.set(index, wanted);
    } else {
      give(index, wanted);
    }
  });

  const rounds: Array<(thing: Nameable) => string | undefined> = [
    thing => thing.instance,
    thing => (thing.environment.tier === 'prod' ? thing.instance : undefined),
    thing => `${thing.instance}-${thing.environment.tier}`,
    thing => `${thing.instance}-${thing.environment.name}`,
  ];
  for (const candidate of rounds) {
    const candidates = things.map((thing, index) =>
      names[index] === undefined ? candidate(thing) : undefined,
    );
    const counts = new Map<string | undefined, number>();
    candidates.forEach(name => counts.set(name, (counts.get(name) ?? 0) + 1));
    candidates.forEach((name, index) => {
      if (name !== undefined && counts.get(name) === 1 && !taken.has(name)) {
        give(index, name);
      }
    });
  }
  return {
    names: names.map((name, index) => name ?? unused(things[index], taken)),
    clashes,
  };
}

/** Only where someone asked for the very name that would be made. */
function unused(thing: Nameable, taken: Set<string>): string {
  const base = `${thing.instance}-${thing.environment.name}`;
  let number = 2;
  while (taken.has(`${base}-${number}`)) {
    number += 1;
  }
  taken.add(`${base}-${number}`);
  return `${base}-${number}`;
}

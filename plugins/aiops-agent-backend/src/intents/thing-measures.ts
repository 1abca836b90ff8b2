import type {
  Measure,
  Measures,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { IntentContext } from '@aiops-portal/plugin-aiops-agent-node';
import { thingsIn, type Target } from './finding';

/**
 * What a thing, or all that is in an environment together, uses of what it
 * may; undefined where that isn't known.
 */
export function measuresOf(
  target: Target,
  context: IntentContext,
): Measures | undefined {
  if (target.kind === 'thing') {
    return context.runtime.measures(target.thing);
  }
  return totalOf(
    thingsIn(target.environment.name, context.platform).flatMap(
      thing => context.runtime.measures(thing) ?? [],
    ),
  );
}

/** What all of them use together; undefined where there are none. */
export function totalOf(all: Measures[]): Measures | undefined {
  const [first] = all;
  if (!first) {
    return undefined;
  }
  const storage = all.flatMap(measures => measures.storage ?? []);
  return {
    cpu: summed(all.map(({ cpu }) => cpu)),
    memory: summed(all.map(({ memory }) => memory)),
    ...(storage.length > 0 && { storage: summed(storage) }),
    at: first.at,
  };
}

/** Sums; of a bound only where each of them has one. */
function summed(measures: Measure[]): Measure {
  const sum = (of: (measure: Measure) => number | undefined) =>
    measures.reduce<number | undefined>((total, measure) => {
      const amount = of(measure);
      return total === undefined || amount === undefined
        ? undefined
        : total + amount;
    }, 0);
  return {
    used: sum(({ used }) => used) ?? 0,
    requested: sum(({ requested }) => requested),
    limit: sum(({ limit }) => limit),
  };
}

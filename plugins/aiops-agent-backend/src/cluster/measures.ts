import {
  parseQuantity,
  type Measure,
  type Measures,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { PodObject } from './objects';
import type { PodUsage } from './PodMetrics';

type Resource = 'cpu' | 'memory';

/**
 * What pods use together of what they may; undefined where none of them is
 * measured. There is no limit where one of the containers has none.
 */
export function measuresOf(
  pods: PodObject[],
  usage: PodUsage,
  at: Date,
): Measures | undefined {
  // What doesn't run now has no memory; what it once used doesn't count.
  const used = pods
    .flatMap(
      ({ metadata }) =>
        usage.get(`${metadata.namespace}/${metadata.name}`) ?? [],
    )
    .filter(({ memory }) => memory > 0);
  if (used.length === 0) {
    return undefined;
  }
  const measure = (resource: Resource): Measure => ({
    used: sum(used.map(one => one[resource])),
    requested: total(pods, 'requests', resource),
    limit: total(pods, 'limits', resource),
  });
  return {
    cpu: measure('cpu'),
    memory: measure('memory'),
    at: at.toISOString(),
  };
}

function total(
  pods: PodObject[],
  field: 'requests' | 'limits',
  resource: Resource,
): number | undefined {
  const amounts = pods
    .flatMap(({ spec }) => spec?.containers ?? [])
    .map(({ resources }) => resources?.[field]?.[resource]);
  const known = amounts.filter(amount => amount !== undefined);
  const complete = known.length === amounts.length;
  return known.length === 0 || (field === 'limits' && !complete)
    ? undefined
    : sum(known.map(parseQuantity));
}

function sum(numbers: number[]): number {
  return numbers.reduce((whole, number) => whole + number, 0);
}

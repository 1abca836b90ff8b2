import {
  parseQuantity,
  type Environment,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { QuotaLine } from '@aiops-portal/plugin-aiops-agent-common';
import { parseAllDocuments } from 'yaml';
import { usageOf } from './usage';
import { quotaText } from './words';
import { phrase, say, sayAgain } from '../words';

/** Sums of decimals such as 0.1 + 0.2 are not to count as over. */
const TOLERANCE = 1e-9;

type Amount = 'cpu' | 'memory' | 'storage' | 'cpuLimit' | 'memoryLimit';

/** What a ResourceQuota bounds, and how a line of it is called. */
const BOUNDS: Array<{
  amount: Amount;
  hard: string;
  resource: QuotaLine['resource'];
  title: string;
}> = [
  { amount: 'cpu', hard: 'requests.cpu', resource: 'cpu', title: 'CPU' },
  {
    amount: 'memory',
    hard: 'requests.memory',
    resource: 'memory',
    title: phrase`Memory`,
  },
  {
    amount: 'storage',
    hard: 'requests.storage',
    resource: 'storage',
    title: phrase`Disk`,
  },
  {
    amount: 'cpuLimit',
    hard: 'limits.cpu',
    resource: 'cpu',
    title: phrase`CPU limits`,
  },
  {
    amount: 'memoryLimit',
    hard: 'limits.memory',
    resource: 'memory',
    title: phrase`Memory limits`,
  },
];

/** What the things of an environment request and are limited to. */
function amountsIn(
  platform: PlatformSnapshot,
  environment: Environment,
): Record<Amount, number> {
  const things = platform.deployed.filter(
    thing => thing.environment === environment.name,
  );
  const total = { cpuLimit: 0, memoryLimit: 0 };
  for (const { replicas, containers } of things.flatMap(
    thing => thing.workloads,
  )) {
    for (const { limits } of containers) {
      total.cpuLimit += (limits.cpu ?? 0) * replicas;
      total.memoryLimit += (limits.memory ?? 0) * replicas;
    }
  }
  return { ...usageOf(things), ...total };
}

/** The hard limits of an environment's ResourceQuota in Git. */
function hardLimits(
  platform: PlatformSnapshot,
  environment: Environment,
): Record<string, unknown> {
  const limits: Record<string, unknown> = {};
  for (const [path, content] of platform.files) {
    if (!path.startsWith(`${environment.path}/`) || !/\.ya?ml$/.test(path)) {
      continue;
    }
    const documents = parseAllDocuments(content);
    for (const document of Array.isArray(documents) ? documents : []) {
      if (document.get('kind') === 'ResourceQuota') {
        Object.assign(limits, document.toJS()?.spec?.hard);
      }
    }
  }
  return limits;
}

/**
 * The lines of environments that would need more than their own
 * ResourceQuota gives: their pods would never start.
 */
export function overfullEnvironments(
  before: PlatformSnapshot,
  after: PlatformSnapshot,
  team: string,
): QuotaLine[] {
  return after.environments
    .filter(environment => environment.team === team)
    .flatMap(environment => {
      const used = amountsIn(before, environment);
      const usedAfter = amountsIn(after, environment);
      const growing = BOUNDS.filter(
        ({ amount }) => usedAfter[amount] > used[amount],
      );
      const limits = growing.length > 0 ? hardLimits(after, environment) : {};
      return growing.flatMap(({ amount, hard, resource, title }) => {
        const limit =
          limits[hard] === undefined ? Infinity : parseQuantity(limits[hard]);
        return usedAfter[amount] > limit + TOLERANCE
          ? [
              {
                resource,
                title: say`${sayAgain(title)} in ${environment.name}`,
                used: used[amount],
                usedAfter: usedAfter[amount],
                limit,
                text: quotaText(resource, usedAfter[amount], limit),
              },
            ]
          : [];
      });
    });
}

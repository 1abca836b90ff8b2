import {
  parseQuantity,
  type Environment,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { QuotaLine } from '@aiops-portal/plugin-aiops-agent-common';
import { parseAllDocuments } from 'yaml';
import { quotaText } from './words';
import { usageOf } from './usage';

const HARD = {
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  storage: 'requests.storage',
} as const;

const TITLES = { cpu: 'CPU', memory: 'Memory', storage: 'Disk' } as const;

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
      const inside = (platform: PlatformSnapshot) =>
        usageOf(
          platform.deployed.filter(
            thing => thing.environment === environment.name,
          ),
        );
      const used = inside(before);
      const usedAfter = inside(after);
      const grows = (['cpu', 'memory', 'storage'] as const).filter(
        resource => usedAfter[resource] > used[resource],
      );
      const hard = grows.length > 0 ? hardLimits(after, environment) : {};
      return grows.flatMap(resource => {
        const written = hard[HARD[resource]];
        const limit = written === undefined ? Infinity : parseQuantity(written);
        return usedAfter[resource] > limit
          ? [
              {
                resource,
                title: `${TITLES[resource]} in ${environment.name}`,
                used: used[resource],
                usedAfter: usedAfter[resource],
                limit,
                text: quotaText(resource, usedAfter[resource], limit),
              },
            ]
          : [];
      });
    });
}

import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import type { Deployed } from '@aiops-portal/plugin-aiops-agent-node';
import { diagnosisSource } from '../../cluster/diagnosisSource';
import { KubeStatusError } from '../../cluster/KubeApi';
import { WATCHED_KINDS } from '../../cluster/kinds';
import { ObjectCache } from '../../cluster/ObjectCache';
import type { ContainerUsage } from '../../cluster/PodMetrics';
import { diagnose } from '..';
import { NAMESPACE, NOW, thing, type Served } from './objects';

/** What a cluster holds beside its objects. */
export interface Surroundings {
  thing?: Partial<Deployed>;
  /** What else is deployed. */
  deployed?: Deployed[];
  /** What containers wrote, by pod. */
  logs?: Record<string, string[]>;
  /** What the app's container uses, by pod: cpu in cores, memory in bytes. */
  usage?: Record<string, Partial<ContainerUsage>>;
  /** Kinds that may not be read. */
  hidden?: string[];
}

/**
 * Diagnoses objects as they come from an API server: trimmed and kept as the
 * cluster's reader does.
 */
export async function diagnosed(
  objects: Served[],
  around: Surroundings = {},
): Promise<Finding[]> {
  const caches = new Map(
    WATCHED_KINDS.map(kind => [kind.kind, new ObjectCache(kind)]),
  );
  objects.forEach(object => caches.get(object.kind)!.set(object));
  const { logs = {}, usage = {}, hidden = [] } = around;
  const source = diagnosisSource({
    api: {
      text: async path => {
        const pod = path.split('/')[6];
        if (!logs[pod]) {
          throw new KubeStatusError(400, 'has no log');
        }
        return logs[pod].map(line => `2026-11-16T09:29:00Z ${line}\n`).join('');
      },
    },
    objects: {
      get: (kind, namespace, name) => caches.get(kind)?.get(namespace, name),
      list: (kind, namespace) => caches.get(kind)?.list(namespace) ?? [],
      related: (kind, uid) => caches.get(kind)?.related(uid) ?? [],
    },
    usage: new Map(
      Object.entries(usage).map(([pod, used]) => [
        `${NAMESPACE}/${pod}`,
        [
          {
            container: 'app',
            cpu: 0,
            memory: 0,
            peakMemory: used.memory ?? 0,
            ...used,
          },
        ],
      ]),
    ),
    now: () => NOW,
    knows: kind => !hidden.includes(kind),
    onTrouble: error => {
      throw error;
    },
  });
  return diagnose({
    thing: thing(around.thing),
    deployed: around.deployed ?? [],
    source,
  });
}

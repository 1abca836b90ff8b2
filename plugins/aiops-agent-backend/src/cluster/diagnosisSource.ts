import type { LogLine } from '@aiops-portal/plugin-aiops-agent-node';
import { ownedBy, type CachedObjects } from './CachedObjects';
import { applicationsOf, deliveryOf } from './deliveries';
import { KubeStatusError, type KubeApi } from './KubeApi';
import type { ApplicationObject, EventObject, KubeObject } from './objects';
import { readPodLog, type PodLogRequest } from './podLogs';
import type { ContainerUsage, PodUsage } from './PodMetrics';
import type { DeliveryStatus } from './types';

/**
 * All that a diagnosis reads: a cluster's caches, or a directory that holds
 * what a cluster said.
 */
export interface DiagnosisSource {
  now(): Date;
  /** False where this kind can't be read: then nothing follows from absence. */
  knows(kind: string): boolean;
  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined;
  list(kind: string, namespace?: string): KubeObject[];
  /** Objects of a kind that this one owns. */
  ownedBy(owner: Pick<KubeObject, 'metadata'>, kind: string): KubeObject[];
  /** Events about this very object, by its uid; oldest first. */
  eventsAbout(object: Pick<KubeObject, 'metadata'>): EventObject[];
  /** What a pod's containers use; undefined where that isn't known. */
  usage(namespace: string, pod: string): ContainerUsage[] | undefined;
  /** How Argo CD delivers a folder of the repository. */
  deliveries(path: string): DeliveryStatus[];
  /** Oldest line first, redacted; undefined when the log can't be read. */
  podLog(request: PodLogRequest): Promise<LogLine[] | undefined>;
}

/** What a diagnosis reads, from the caches; logs are asked for. */
export function diagnosisSource(reading: {
  api: Pick<KubeApi, 'text'>;
  objects: CachedObjects;
  usage: PodUsage;
  now(): Date;
  /** Is this kind watched, and may it be? */
  knows(kind: string): boolean;
  onTrouble(error: Error): void;
}): DiagnosisSource {
  const { api, objects, usage } = reading;
  return {
    now: reading.now,
    knows: reading.knows,
    get: objects.get,
    list: objects.list,
    ownedBy: (owner, kind) => ownedBy(owner, kind, objects),
    eventsAbout: object =>
      (ownedBy(object, 'Event', objects) as EventObject[]).sort((a, b) =>
        (a.lastTimestamp ?? '').localeCompare(b.lastTimestamp ?? ''),
      ),
    usage: (namespace, pod) => usage.get(`${namespace}/${pod}`),
    deliveries: path =>
      applicationsOf(
        [path],
        objects.list('Application') as ApplicationObject[],
      ).map(deliveryOf),
    podLog: async request => {
      try {
        return await readPodLog(api, request);
      } catch (error) {
        // A diagnosis goes on without: containers that never started have no
        // log, and logs may be forbidden.
        const expected = error instanceof KubeStatusError && error.code < 500;
        if (!expected && error instanceof Error) {
          reading.onTrouble(error);
        }
        return undefined;
      }
    },
  };
}

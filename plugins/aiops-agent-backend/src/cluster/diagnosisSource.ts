import type { DiagnosisSource } from '../diagnosis/types';
import { ownedBy, type CachedObjects } from './CachedObjects';
import { applicationsOf, deliveryOf } from './deliveries';
import { KubeStatusError, type KubeApi } from './KubeApi';
import type { ApplicationObject, EventObject } from './objects';
import { readPodLog } from './podLogs';
import type { PodUsage } from './PodMetrics';

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

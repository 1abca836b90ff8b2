import type { WorkloadObject } from './objects';

/** How far a workload is. */
export interface Rollout {
  desired: number;
  ready: number;
  /** All copies are of the newest version and answer; no old ones are left. */
  complete: boolean;
}

/**
 * The rollout of a workload as `kubectl rollout status` judges it: the
 * controller has seen the newest spec, and every copy is updated and ready.
 */
export function rolloutOf(kind: string, object: WorkloadObject): Rollout {
  const { spec, status = {}, metadata } = object;
  const seen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  switch (kind) {
    case 'DaemonSet': {
      const desired = status.desiredNumberScheduled ?? 0;
      const ready = status.numberAvailable ?? 0;
      const updated = status.updatedNumberScheduled ?? 0;
      return {
        desired,
        ready,
        complete: seen && updated >= desired && ready >= desired,
      };
    }
    case 'Job': {
      const desired = spec?.completions ?? 1;
      const ready = status.succeeded ?? 0;
      return { desired, ready, complete: ready >= desired };
    }
    case 'StatefulSet': {
      const desired = spec?.replicas ?? 1;
      const ready = status.readyReplicas ?? 0;
      const updated =
        !status.updateRevision ||
        status.updateRevision === status.currentRevision ||
        (status.updatedReplicas ?? 0) >= desired;
      return {
        desired,
        ready,
        complete:
          seen &&
          updated &&
          ready >= desired &&
          (status.replicas ?? 0) <= desired,
      };
    }
    default: {
      const desired = spec?.replicas ?? 1;
      const ready = status.availableReplicas ?? 0;
      return {
        desired,
        ready,
        complete:
          seen &&
          (status.updatedReplicas ?? 0) >= desired &&
          ready >= desired &&
          (status.replicas ?? 0) <= (status.updatedReplicas ?? 0),
      };
    }
  }
}

import { backupReadiness } from './backupReadiness';
import { backupOf } from './backups';
import type { CachedObjects } from './CachedObjects';
import type {
  BackupObject,
  Condition,
  Fields,
  KubeObject,
  WorkloadObject,
} from './objects';
import { rolloutProgress } from './rolloutProgress';
import { rolloutOf } from './rollouts';
import { say } from '../words';

/** Whether an object is there and, where it can be, ready. */
export interface Readiness {
  ready: boolean;
  exists: boolean;
  /** Why not, or what came of it, in words. */
  detail?: string;
  /** It is at work, and takes as long as it takes. */
  working?: boolean;
  /** It has ended and won't get ready. */
  failed?: boolean;
}

/** Judges one object of the caches, as it is now. */
export function readinessOf(
  target: { kind: string; namespace: string; name: string },
  objects: CachedObjects,
  now: Date,
): Readiness {
  const { kind, namespace, name } = target;
  const object =
    kind === 'Namespace'
      ? objects.get('Namespace', undefined, name || namespace)
      : objects.get(kind, namespace, name);
  if (!object || object.metadata.deletionTimestamp) {
    return { ready: false, exists: false, detail: say`not there yet` };
  }
  const judged = judge(kind, object, objects, now);
  return { exists: true, ...judged };
}

function judge(
  kind: string,
  object: KubeObject,
  objects: CachedObjects,
  now: Date,
): Omit<Readiness, 'exists'> {
  switch (kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'Job': {
      const workload = object as WorkloadObject;
      return rolloutOf(kind, workload).complete
        ? { ready: true }
        : { ready: false, detail: rolloutProgress(kind, workload, objects) };
    }
    case 'Namespace':
      return { ready: object.status?.phase !== 'Terminating' };
    case 'ExternalSecret': {
      const condition = conditionOf(object, 'Ready');
      return condition?.status === 'True'
        ? { ready: true }
        : { ready: false, detail: say`its passwords are not there yet` };
    }
    case 'PersistentVolumeClaim': {
      const { phase } = (object.status ?? {}) as Fields;
      return phase === 'Bound'
        ? { ready: true }
        : { ready: false, detail: say`its storage is not there yet` };
    }
    case 'Backup':
      return backupReadiness(backupOf(object as BackupObject, objects), now);
    default:
      return { ready: true };
  }
}

function conditionOf(object: KubeObject, type: string): Condition | undefined {
  const conditions = object.status?.conditions as Condition[] | undefined;
  return conditions?.find(condition => condition.type === type);
}

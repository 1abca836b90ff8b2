import type {
  ClusterApi,
  KubeObject,
  SandboxClock,
  StoreEvent,
} from '../kubernetes/types';
import type { SandboxLogger } from '../logger';
import { Backups, type BackupContents } from './Backups';
import { carryOutDeletion, collectExpired } from './expiry';
import { install, validateLocations } from './locations';
import { veleroObjects, veleroRef, VELERO_API } from './names';
import { restore } from './restores';
import { followSchedule } from './schedules';
import type { VolumeBytes } from './volumes';

/** Velero looks at its storage once a minute, and for what has expired once an hour. */
const VALIDATION_MS = 60_000;
const COLLECTION_MS = 3_600_000;
const KINDS = ['Backup', 'Schedule', 'Restore', 'DeleteBackupRequest'];

/** What Velero works with. */
export interface VeleroOptions {
  cluster: ClusterApi;
  clock: SandboxClock;
  logger: SandboxLogger;
  contents: BackupContents;
  bytes: VolumeBytes;
  /** Whether the storage of the backups answers; it does, unless given. */
  storageAnswers?(): boolean;
}

/** Velero that runs. */
export interface Velero {
  /** Looks at the storage now. */
  validate(): void;
  stop(): void;
}

/** Makes backups when they are asked for or due, deletes what has expired, and restores. */
export function startVelero(options: VeleroOptions): Velero {
  const { cluster, clock, logger, contents } = options;
  const backups = new Backups({
    cluster,
    clock,
    contents,
    bytes: options.bytes,
  });
  const timers = new Map<string, () => void>();
  let stopped = false;

  function look(kind: string, name: string): void {
    const key = `${kind}/${name}`;
    timers.get(key)?.();
    timers.delete(key);
    const object = cluster.get(veleroRef(kind, name));
    if (!object || object.metadata.deletionTimestamp) {
      return;
    }
    try {
      const again = reconcile(object);
      if (again !== undefined) {
        later(key, again, () => look(kind, name));
      }
    } catch (error) {
      logger.error(`Velero failed on ${key}`, error as Error);
    }
  }

  function reconcile(object: KubeObject): number | undefined {
    switch (object.kind) {
      case 'Backup':
        return backups.reconcile(object);
      case 'Schedule':
        return followSchedule(cluster, object, clock.now());
      case 'Restore':
        if ((object.status?.phase ?? 'New') === 'New') {
          restore(cluster, contents, object, clock.now());
        }
        return undefined;
      default:
        if (object.status?.phase !== 'Processed') {
          carryOutDeletion(cluster, contents, object);
        }
        return undefined;
    }
  }

  function later(key: string, ms: number, run: () => void): void {
    if (!stopped) {
      timers.set(key, clock.after(ms, run));
    }
  }

  const validate = () => {
    validateLocations(cluster, options.storageAnswers?.() ?? true, clock.now());
    timers.get('validation')?.();
    later('validation', VALIDATION_MS, validate);
  };
  const collect = () => {
    collectExpired(cluster, clock.now());
    later('collection', COLLECTION_MS, collect);
  };

  const observe = ({ type, object }: StoreEvent) => {
    const { apiVersion, kind, metadata } = object;
    // What is written step by step has its own timer.
    const underWay = kind === 'Backup' && object.status?.phase;
    if (
      apiVersion === VELERO_API &&
      KINDS.includes(kind) &&
      type !== 'DELETED' &&
      !underWay
    ) {
      const key = `${kind}/${metadata.name}`;
      timers.get(key)?.();
      later(key, 0, () => look(kind, metadata.name));
    }
  };

  install(cluster);
  const unsubscribe = cluster.onEvent(observe);
  for (const kind of KINDS) {
    veleroObjects(cluster, kind).forEach(({ metadata }) =>
      look(kind, metadata.name),
    );
  }
  validate();
  later('collection', COLLECTION_MS, collect);

  return {
    validate,
    stop() {
      stopped = true;
      unsubscribe();
      timers.forEach(cancel => cancel());
      timers.clear();
    },
  };
}

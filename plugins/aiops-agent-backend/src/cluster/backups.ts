import { VOLUMES_ANNOTATION } from '@aiops-portal/plugin-aiops-agent-common';
import {
  savedVolumes,
  type Backup,
  type BackupState,
  type BackupVolume,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { CachedObjects } from './CachedObjects';
import type { BackupObject, PodVolumeBackupObject } from './objects';

const INSTANCE = 'app.kubernetes.io/instance';
/** Velero's labels and annotations on what belongs to a backup. */
const BACKUP_NAME = 'velero.io/backup-name';
const CLAIM_NAME = 'velero.io/pvc-name';

const ENDED: Record<string, BackupState> = {
  Completed: 'complete',
  PartiallyFailed: 'partial',
  Failed: 'failed',
  FailedValidation: 'failed',
  Deleting: 'deleting',
};
const WAITING = ['', 'New', 'Queued', 'ReadyToStart'];

/** The backups in the cluster, newest first. */
export function backupsIn(objects: CachedObjects): Backup[] {
  return objects
    .list('Backup')
    .map(object => backupOf(object, objects))
    .sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1));
}

/** A backup with what became of its volumes. */
export function backupOf(object: BackupObject, objects: CachedObjects): Backup {
  const { metadata, spec = {}, status = {} } = object;
  const phase = status.phase ?? '';
  const state =
    ENDED[phase] ?? (WAITING.includes(phase) ? 'waiting' : 'running');
  const volumes = volumesOf(object, objects);
  const snapshots = {
    asked:
      (status.volumeSnapshotsAttempted ?? 0) +
      (status.csiVolumeSnapshotsAttempted ?? 0),
    made:
      (status.volumeSnapshotsCompleted ?? 0) +
      (status.csiVolumeSnapshotsCompleted ?? 0),
  };
  return {
    name: metadata.name,
    environments: (spec.includedNamespaces ?? []).filter(name => name !== '*'),
    instances: instancesOf(spec.labelSelector),
    state,
    phase,
    createdAt: status.startTimestamp ?? metadata.creationTimestamp,
    completedAt: status.completionTimestamp,
    expiresAt: status.expiration,
    percent:
      state === 'running' ? percentOf(status.progress, volumes) : undefined,
    volumes: [...volumes, ...missing(object, volumes, snapshots.asked, state)],
    snapshots,
    reason: reasonOf(status, volumes),
  };
}

/** Whether a backup holds what it is to hold, in words. */
export function backupReadiness(backup: Backup): {
  ready: boolean;
  detail: string;
  /** It is at work, and takes as long as it takes. */
  working?: boolean;
  /** It has ended and won't get ready. */
  failed?: boolean;
} {
  const { state, percent, reason } = backup;
  const { saved, total } = savedVolumes(backup);
  const volumes = `${saved} of ${total} ${
    total === 1 ? 'volume' : 'volumes'
  } saved`;
  const because = reason ? ` (${reason})` : '';
  switch (state) {
    case 'waiting':
      return { ready: false, detail: 'Velero has not begun yet' };
    case 'running':
      return {
        ready: false,
        working: true,
        detail:
          percent === undefined ? 'Backing up' : `Backing up: ${percent} %`,
      };
    case 'complete':
      return saved === total
        ? {
            ready: true,
            detail: total > 0 ? volumes : 'it has no volumes to save',
          }
        : {
            ready: false,
            failed: true,
            detail: `Velero calls it complete, but only ${volumes}${because}, so its data is not protected`,
          };
    case 'partial':
      return {
        ready: false,
        failed: true,
        detail: `Velero could not save all of it: ${volumes}${because}`,
      };
    case 'deleting':
      return { ready: false, failed: true, detail: 'it is being deleted' };
    default:
      return {
        ready: false,
        failed: true,
        detail: `Velero could not make it${because}`,
      };
  }
}

function volumesOf(
  backup: BackupObject,
  objects: CachedObjects,
): BackupVolume[] {
  const { name, namespace } = backup.metadata;
  const copies: PodVolumeBackupObject[] = objects
    .list('PodVolumeBackup', namespace)
    .filter(({ metadata }) => metadata.labels?.[BACKUP_NAME] === name);
  return copies.flatMap(({ metadata, spec, status = {} }) => {
    const claim = metadata.annotations?.[CLAIM_NAME];
    // What isn't of a claim is scratch space, which nobody misses.
    if (!claim || !spec?.pod?.namespace) {
      return [];
    }
    return [
      {
        name: claim,
        environment: spec.pod.namespace,
        state: copyState(status.phase),
        bytes: status.progress?.totalBytes,
        copied: status.progress?.bytesDone,
        reason: status.message || undefined,
      },
    ];
  });
}

function copyState(phase: string | undefined): BackupVolume['state'] {
  switch (phase) {
    case 'Completed':
      return 'saved';
    case 'Failed':
    case 'Canceled':
    case 'Canceling':
      return 'failed';
    default:
      return 'copying';
  }
}

/**
 * Volumes that were to be saved, as the manifest says, and that Velero neither
 * copied nor made a snapshot of: it passes over those on the node's own disk
 * and those of pods that don't run, and says that it is complete.
 */
function missing(
  { metadata, spec }: BackupObject,
  volumes: BackupVolume[],
  snapshots: number,
  state: BackupState,
): BackupVolume[] {
  const names = (metadata.annotations?.[VOLUMES_ANNOTATION] ?? '')
    .split(',')
    .filter(Boolean);
  const left = names.filter(
    name => !volumes.some(volume => isClaimOf(volume.name, name)),
  );
  const ended = state !== 'waiting' && state !== 'running';
  return left.slice(snapshots).map(name => ({
    name,
    environment: spec?.includedNamespaces?.[0] ?? '',
    state: ended ? 'missing' : 'copying',
  }));
}

/** A StatefulSet's claims are called like its volume, with a number each. */
function isClaimOf(claim: string, volume: string): boolean {
  return (
    claim === volume ||
    (claim.startsWith(`${volume}-`) &&
      /^\d+$/.test(claim.slice(volume.length + 1)))
  );
}

function instancesOf(
  selector: NonNullable<BackupObject['spec']>['labelSelector'],
): string[] {
  const one = selector?.matchLabels?.[INSTANCE];
  const several = (selector?.matchExpressions ?? [])
    .filter(({ key, operator }) => key === INSTANCE && operator === 'In')
    .flatMap(({ values }) => values ?? []);
  return one ? [one] : several;
}

/** Of the bytes where they are known, else of the objects. */
function percentOf(
  progress: { itemsBackedUp?: number; totalItems?: number } | undefined,
  volumes: BackupVolume[],
): number | undefined {
  const bytes = volumes.reduce((sum, volume) => sum + (volume.bytes ?? 0), 0);
  const copied = volumes.reduce((sum, volume) => sum + (volume.copied ?? 0), 0);
  const [part, whole] =
    bytes > 0
      ? [copied, bytes]
      : [progress?.itemsBackedUp ?? 0, progress?.totalItems ?? 0];
  return whole > 0
    ? Math.min(100, Math.floor((part / whole) * 100))
    : undefined;
}

function reasonOf(
  status: NonNullable<BackupObject['status']>,
  volumes: BackupVolume[],
): string | undefined {
  const words = [
    status.failureReason,
    ...(status.validationErrors ?? []),
    ...volumes.flatMap(({ name, state, reason }) =>
      state === 'failed' ? [`${name}: ${reason ?? 'not copied'}`] : [],
    ),
  ].filter(Boolean);
  if (words.length > 0) {
    return words.join('; ');
  }
  return status.errors
    ? `${status.errors} ${status.errors === 1 ? 'error' : 'errors'} in its log`
    : undefined;
}

import {
  type Backup,
  type BackupState,
  type BackupVolume,
} from '@aiops-portal/plugin-aiops-agent-node';
import { redact } from '../secrets';
import type { CachedObjects } from './CachedObjects';
import { copiedVolumes, missingVolumes } from './backupVolumes';
import type { BackupObject } from './objects';

const INSTANCE = 'app.kubernetes.io/instance';

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
  const volumes = copiedVolumes(object, objects);
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
    volumes: [
      ...volumes,
      ...missingVolumes(object, volumes, snapshots.asked, state),
    ],
    snapshots,
    reason: reasonOf(status, volumes),
  };
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
    return redact(words.join('; '));
  }
  return status.errors
    ? `${status.errors} ${status.errors === 1 ? 'error' : 'errors'} in its log`
    : undefined;
}

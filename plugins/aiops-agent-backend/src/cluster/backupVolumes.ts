import { VOLUMES_ANNOTATION } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  BackupState,
  BackupVolume,
} from '@aiops-portal/plugin-aiops-agent-node';
import { redact } from '../secrets';
import type { CachedObjects } from './CachedObjects';
import type { BackupObject, PodVolumeBackupObject } from './objects';

/** Velero's labels and annotations on what belongs to a backup. */
const BACKUP_NAME = 'velero.io/backup-name';
const CLAIM_UID = 'velero.io/pvc-uid';
const CLAIM_NAME = 'velero.io/pvc-name';

/** What Velero copied, or is copying, of the volumes that have a claim. */
export function copiedVolumes(
  backup: BackupObject,
  objects: CachedObjects,
): BackupVolume[] {
  const { metadata: owner } = backup;
  const copies: PodVolumeBackupObject[] = objects
    .list('PodVolumeBackup', owner.namespace)
    .filter(({ metadata }) => metadata.labels?.[BACKUP_NAME] === owner.name);
  return copies.flatMap(({ metadata, spec, status = {} }) => {
    const uid = metadata.labels?.[CLAIM_UID];
    const name = metadata.annotations?.[CLAIM_NAME];
    const environment = spec?.pod?.namespace;
    // What isn't of a claim is scratch space, which nobody misses.
    if (!environment || (uid === undefined && name === undefined)) {
      return [];
    }
    return [
      {
        name: name ?? claimName(environment, uid, objects) ?? '',
        environment,
        state: copyState(status.phase),
        bytes: status.progress?.totalBytes,
        copied: status.progress?.bytesDone,
        reason: status.message && redact(status.message),
      },
    ];
  });
}

/** Not every copy of a claim is annotated with its name. */
function claimName(
  namespace: string,
  uid: string | undefined,
  objects: CachedObjects,
): string | undefined {
  return objects
    .list('PersistentVolumeClaim', namespace)
    .find(({ metadata }) => metadata.uid === uid)?.metadata.name;
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
export function missingVolumes(
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
  const unnamed = volumes.filter(({ name }) => name === '').length;
  const ended = state !== 'waiting' && state !== 'running';
  return left.slice(snapshots + unnamed).map(name => ({
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

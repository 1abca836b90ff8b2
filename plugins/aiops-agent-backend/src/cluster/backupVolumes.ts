import { VOLUMES_ANNOTATION } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  BackupState,
  BackupVolume,
} from '@aiops-portal/plugin-aiops-agent-node';
import { redact } from '../diagnosis';
import type { CachedObjects } from './CachedObjects';
import type { BackupObject, PodVolumeBackupObject } from './objects';

/** Velero's labels and annotations on what belongs to a backup. */
const BACKUP_NAME = 'velero.io/backup-name';
const CLAIM_NAME = 'velero.io/pvc-name';

/** What Velero copied, or is copying, of the volumes that have a claim. */
export function copiedVolumes(
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
        reason: status.message && redact(status.message),
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

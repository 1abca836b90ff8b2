import { randomSuffix } from '../kubernetes/values/random';
import type { ClusterApi, KubeObject } from '../kubernetes/types';
import type { BackupContents } from './Backups';
import {
  asLabel,
  LABELS,
  patchStatus,
  veleroObjects,
  veleroRef,
  VELERO_API,
  VELERO_NAMESPACE,
} from './names';

/** Asks for the deletion of each backup whose time is over. */
export function collectExpired(cluster: ClusterApi, now: Date): void {
  for (const backup of veleroObjects(cluster, 'Backup')) {
    const { metadata, status } = backup;
    const over = status?.expiration && new Date(status.expiration) <= now;
    const asked =
      over &&
      veleroObjects(cluster, 'DeleteBackupRequest').some(
        one => one.spec.backupName === metadata.name,
      );
    if (over && !asked && status.phase !== 'InProgress') {
      cluster.create({
        apiVersion: VELERO_API,
        kind: 'DeleteBackupRequest',
        metadata: {
          name: `${metadata.name}-${randomSuffix()}`,
          namespace: VELERO_NAMESPACE,
          labels: {
            [LABELS.backupName]: asLabel(metadata.name),
            [LABELS.backupUid]: metadata.uid!,
          },
        },
        spec: { backupName: metadata.name },
      });
    }
  }
}

/** Deletes the backup that a request names, with what belongs to it. */
export function carryOutDeletion(
  cluster: ClusterApi,
  contents: BackupContents,
  request: KubeObject,
): void {
  const name = request.spec?.backupName;
  const backup = name && cluster.get(veleroRef('Backup', name));
  const refuse = (problem: string) =>
    patchStatus(cluster, request, { phase: 'Processed', errors: [problem] });
  if (!name) {
    refuse('spec.backupName is required');
  } else if (!backup) {
    refuse('backup not found');
  } else if (backup.status?.phase === 'InProgress') {
    refuse('backup is still in progress');
  } else {
    patchStatus(cluster, backup, { phase: 'Deleting' });
    for (const kind of ['PodVolumeBackup', 'Restore']) {
      for (const one of veleroObjects(cluster, kind)) {
        if (
          one.spec?.backupName === name ||
          one.metadata.labels?.[LABELS.backupUid] === backup.metadata.uid
        ) {
          cluster.delete(veleroRef(kind, one.metadata.name));
        }
      }
    }
    contents.remove(name);
    cluster.delete(veleroRef('Backup', name));
    cluster.delete(veleroRef(request.kind, request.metadata.name));
  }
}

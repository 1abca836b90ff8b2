import type { ClusterApi, KubeObject, ObjectRef } from '../kubernetes/types';

/** Where Velero and all that is its own live. */
export const VELERO_NAMESPACE = 'velero';
export const VELERO_API = 'velero.io/v1';

/** Labels and annotations that Velero puts on what is its own. */
export const LABELS = {
  backupName: 'velero.io/backup-name',
  backupUid: 'velero.io/backup-uid',
  claimName: 'velero.io/pvc-name',
  claimUid: 'velero.io/pvc-uid',
  schedule: 'velero.io/schedule-name',
  storageLocation: 'velero.io/storage-location',
  restore: 'velero.io/restore-name',
} as const;

/** The longest value of a label; Velero shortens names to it. */
const LONGEST_LABEL = 63;

/** A name as the value of a label. */
export function asLabel(name: string): string {
  return name.slice(0, LONGEST_LABEL);
}

/** Names one of Velero's own objects. */
export function veleroRef(kind: string, name: string): ObjectRef {
  return {
    apiVersion: VELERO_API,
    kind,
    namespace: VELERO_NAMESPACE,
    name,
  };
}

/** Velero's own objects of a kind. */
export function veleroObjects(cluster: ClusterApi, kind: string): KubeObject[] {
  return cluster.list(VELERO_API, kind, { namespace: VELERO_NAMESPACE });
}

/** Writes the status of one of Velero's objects; one that has gone meanwhile is left alone. */
export function patchStatus(
  cluster: ClusterApi,
  { kind, metadata }: KubeObject,
  status: object,
): void {
  const ref = veleroRef(kind, metadata.name);
  if (cluster.get(ref)) {
    cluster.patch(ref, { status });
  }
}

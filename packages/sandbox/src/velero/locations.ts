import { timestamp } from '../kubernetes/resources/time';
import type { ClusterApi, KubeObject } from '../kubernetes/types';
import {
  patchStatus,
  veleroObjects,
  veleroRef,
  VELERO_API,
  VELERO_NAMESPACE,
} from './names';

/** Puts Velero's namespace and its storage there, where they aren't yet. */
export function install(cluster: ClusterApi): void {
  const ensure = (object: KubeObject) => {
    const { apiVersion, kind, metadata } = object;
    if (!cluster.get({ apiVersion, kind, ...metadata })) {
      cluster.create(object);
    }
  };
  ensure({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: VELERO_NAMESPACE },
  });
  ensure({
    apiVersion: VELERO_API,
    kind: 'BackupStorageLocation',
    metadata: { name: 'default', namespace: VELERO_NAMESPACE },
    spec: {
      provider: 'aws',
      default: true,
      accessMode: 'ReadWrite',
      objectStorage: { bucket: 'cluster-backups' },
      config: {
        region: 'eu-central',
        s3ForcePathStyle: 'true',
        s3Url: 'https://s3.corp.example.com',
      },
    },
  });
}

/** Sees whether the storage answers, and writes it down. */
export function validateLocations(
  cluster: ClusterApi,
  answers: boolean,
  now: Date,
): void {
  for (const location of veleroObjects(cluster, 'BackupStorageLocation')) {
    const time = timestamp(now);
    patchStatus(
      cluster,
      location,
      answers
        ? {
            phase: 'Available',
            message: null,
            lastValidationTime: time,
            lastSyncedTime: time,
          }
        : {
            phase: 'Unavailable',
            message: `BackupStorageLocation "${location.metadata.name}" is unavailable: rpc error: code = Unknown desc = RequestError: send request failed caused by: Get "https://s3.corp.example.com/cluster-backups?delimiter=%2F&list-type=2": dial tcp 192.168.40.20:443: connect: connection refused`,
            lastValidationTime: time,
          },
    );
  }
}

/** The storage that a backup goes to, or why it can't go anywhere, in Velero's words. */
export function locationFor(
  cluster: ClusterApi,
  named: string | undefined,
): { name: string; problem?: string } {
  const name =
    named ??
    veleroObjects(cluster, 'BackupStorageLocation').find(
      one => one.spec.default,
    )?.metadata.name ??
    'default';
  const location = cluster.get(veleroRef('BackupStorageLocation', name));
  if (!location) {
    const found = `Error: backupstoragelocations.velero.io "${name}" not found`;
    return {
      name,
      problem: named
        ? `a BackupStorageLocation CRD with the name specified in the backup spec needs to be created before this backup can be executed. ${found}`
        : `an existing backup storage location wasn't specified at backup creation time and the default '${name}' wasn't found. Please address this issue (see \`velero backup-location -h\` for options) and create a new backup. ${found}`,
    };
  }
  if (location.spec.accessMode === 'ReadOnly') {
    return {
      name,
      problem: `backup can't be created because backup storage location ${name} is currently in read-only mode`,
    };
  }
  return location.status?.phase === 'Unavailable'
    ? {
        name,
        problem: `backup can't be created because BackupStorageLocation ${name} is in Unavailable status.`,
      }
    : { name };
}

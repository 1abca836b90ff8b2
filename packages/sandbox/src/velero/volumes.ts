import { timestamp } from '../kubernetes/resources/time';
import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { hashFraction, randomSuffix } from '../kubernetes/values/random';
import { asLabel, LABELS, VELERO_API, VELERO_NAMESPACE } from './names';

const EXCLUDED = 'backup.velero.io/backup-volumes-excludes';
const INCLUDED = 'backup.velero.io/backup-volumes';
/** Scratch space holds next to nothing. */
const SCRATCH_BYTES = 64 * 1024;

/** A volume of a pod, whose files are to be copied. */
export interface PodVolume {
  pod: KubeObject;
  name: string;
  claim?: KubeObject;
  bytes: number;
}

/** How many bytes a claim's volume holds. */
export type VolumeBytes = (claim: KubeObject) => number;

/**
 * The volumes of a pod whose files a backup copies: all, or those that the
 * pod names, but none on the machine's own paths, and none of a pod that
 * doesn't run.
 */
export function volumesToCopy(
  pod: KubeObject,
  byDefault: boolean,
  { cluster, bytes }: { cluster: ClusterApi; bytes: VolumeBytes },
): PodVolume[] {
  if (pod.status?.phase !== 'Running') {
    return [];
  }
  const listed = (annotation: string) =>
    (pod.metadata.annotations?.[annotation] ?? '').split(',');
  const { namespace } = pod.metadata;
  return (pod.spec.volumes ?? []).flatMap((volume: any): PodVolume[] => {
    const { name, persistentVolumeClaim, emptyDir } = volume;
    const wanted = byDefault
      ? !listed(EXCLUDED).includes(name)
      : listed(INCLUDED).includes(name);
    if (!wanted || !(persistentVolumeClaim || emptyDir)) {
      return [];
    }
    if (!persistentVolumeClaim) {
      return [{ pod, name, bytes: SCRATCH_BYTES }];
    }
    const claim = cluster.get({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace,
      name: persistentVolumeClaim.claimName,
    });
    const disk =
      claim?.spec.volumeName &&
      cluster.get({
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        name: claim.spec.volumeName,
      });
    return claim && disk && !disk.spec.hostPath
      ? [{ pod, name, claim, bytes: bytes(claim) }]
      : [];
  });
}

/** The object that says how the copy of a volume goes. */
export function podVolumeBackup(
  backup: KubeObject,
  storageLocation: string,
  { pod, name, claim }: PodVolume,
): KubeObject {
  const { name: backupName, uid: backupUid = '' } = backup.metadata;
  return {
    apiVersion: VELERO_API,
    kind: 'PodVolumeBackup',
    metadata: {
      name: `${backupName}-${randomSuffix()}`,
      namespace: VELERO_NAMESPACE,
      labels: {
        [LABELS.backupName]: asLabel(backupName),
        [LABELS.backupUid]: backupUid,
        ...(claim && { [LABELS.claimUid]: claim.metadata.uid! }),
      },
      ...(claim && {
        annotations: { [LABELS.claimName]: claim.metadata.name },
      }),
      ownerReferences: [
        {
          apiVersion: VELERO_API,
          kind: 'Backup',
          name: backupName,
          uid: backupUid,
          controller: true,
        },
      ],
    },
    spec: {
      backupStorageLocation: storageLocation,
      node: pod.spec.nodeName,
      pod: {
        kind: 'Pod',
        namespace: pod.metadata.namespace,
        name: pod.metadata.name,
        uid: pod.metadata.uid,
      },
      volume: name,
      uploaderType: 'kopia',
      repoIdentifier: '',
      tags: {
        backup: backupName,
        'backup-uid': backupUid,
        ns: pod.metadata.namespace,
        pod: pod.metadata.name,
        'pod-uid': pod.metadata.uid,
        volume: name,
        ...(claim && { 'pvc-uid': claim.metadata.uid }),
      },
    },
  };
}

/** The status of a copy of which so many bytes are done. */
export function copyStatus(
  { pod, name, bytes }: PodVolume,
  done: number,
  startedAt: string,
  now: Date,
): object {
  const progress = { totalBytes: bytes, bytesDone: Math.min(bytes, done) };
  return done < bytes
    ? { phase: 'InProgress', startTimestamp: startedAt, progress }
    : {
        phase: 'Completed',
        startTimestamp: startedAt,
        completionTimestamp: timestamp(now),
        path: `/host_pods/${pod.metadata.uid}/volumes/kubernetes.io~local-volume/${name}`,
        snapshotID: `${hashFraction(`${pod.metadata.uid}/${name}/${startedAt}`)
          .toString(16)
          .slice(2, 10)
          .padEnd(8, '0')}${randomSuffix(24)}`,
        progress,
      };
}

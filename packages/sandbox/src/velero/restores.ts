import { timestamp } from '../kubernetes/resources/time';
import type { ClusterApi, KubeObject } from '../kubernetes/types';
import type { BackupContents } from './Backups';
import { namespacesOf } from './contents';
import { LABELS, patchStatus, veleroRef } from './names';

/** What controllers make themselves, from what is restored. */
const MADE_AGAIN = ['Pod', 'ReplicaSet'];

/** Carries out a Restore: what is in the backup and not in the cluster is made again; what is there stays. */
export function restore(
  cluster: ClusterApi,
  contents: BackupContents,
  request: KubeObject,
  now: Date,
): void {
  const { spec = {} } = request;
  const backup = cluster.get(veleroRef('Backup', spec.backupName ?? ''));
  const objects = backup && contents.read(backup.metadata.name);
  if (!backup || !objects) {
    patchStatus(cluster, request, {
      phase: 'FailedValidation',
      validationErrors: [
        spec.backupName
          ? `Error retrieving backup: backups.velero.io "${spec.backupName}" not found`
          : 'Either a backup or schedule must be specified as a source for the restore, but not both',
      ],
    });
    return;
  }
  const names = objects
    .filter(({ kind }) => kind === 'Namespace')
    .map(one => one.metadata.name);
  const wanted = namespacesOf(spec, names);
  const chosen = objects.filter(
    one =>
      wanted.includes(one.metadata.namespace ?? one.metadata.name) &&
      !(MADE_AGAIN.includes(one.kind) && one.metadata.ownerReferences?.length),
  );
  let warnings = 0;
  let errors = 0;
  for (const object of chosen) {
    const { apiVersion, kind, metadata } = object;
    const { namespace, name } = metadata;
    if (cluster.get({ apiVersion, kind, namespace, name })) {
      warnings++;
      continue;
    }
    try {
      cluster.create(anew(object, request.metadata.name, spec.backupName));
    } catch (error) {
      errors++;
      cluster.record(request, {
        type: 'Warning',
        reason: 'RestoreFailed',
        message: `error restoring ${kind} ${namespace}/${name}: ${
          (error as Error).message
        }`,
        source: 'velero',
      });
    }
  }
  patchStatus(cluster, request, {
    phase: errors ? 'PartiallyFailed' : 'Completed',
    startTimestamp: timestamp(now),
    completionTimestamp: timestamp(now),
    progress: { totalItems: chosen.length, itemsRestored: chosen.length },
    ...(warnings && { warnings }),
    ...(errors && { errors }),
  });
}

/** An object without what the cluster that it was in had given it. */
function anew(
  object: KubeObject,
  restoreName: string,
  backupName: string,
): KubeObject {
  const { status, metadata, ...rest } = object;
  const { namespace, name, labels, annotations } = metadata;
  const spec = rest.spec && { ...rest.spec };
  if (object.kind === 'PersistentVolumeClaim') {
    delete spec.volumeName;
  }
  if (object.kind === 'Service' && spec.clusterIP !== 'None') {
    delete spec.clusterIP;
    delete spec.clusterIPs;
  }
  return {
    ...rest,
    ...(spec && { spec }),
    metadata: {
      ...(namespace && { namespace }),
      name,
      labels: {
        ...labels,
        [LABELS.backupName]: backupName,
        [LABELS.restore]: restoreName,
      },
      annotations: Object.fromEntries(
        Object.entries(annotations ?? {}).filter(
          ([key]) =>
            !key.startsWith('pv.kubernetes.io/') &&
            !key.startsWith('volume.kubernetes.io/'),
        ),
      ),
    },
  } as KubeObject;
}

import type { KubeObject } from '../types';
import { labelSelector } from '../resources/selectors';
import { quantity } from '../values/quantity';
import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from './types';

const SELECTED_NODE = 'volume.kubernetes.io/selected-node';
const PROTECTION = 'kubernetes.io/pvc-protection';
const SOURCE = 'persistentvolume-controller';

/** Binds claims to volumes, provisioning them where their class can. */
export function volumeController({
  resources,
  store,
  record,
}: ControllerContext): Controller {
  const claims = resources.kinds.find('v1', 'PersistentVolumeClaim')!;
  const volumes = resources.kinds.find('v1', 'PersistentVolume')!;

  const isUsed = (claim: KubeObject) =>
    store
      .list('v1/Pod', claim.metadata.namespace)
      .some(
        pod =>
          !['Succeeded', 'Failed'].includes(pod.status?.phase) &&
          pod.spec.volumes?.some(
            (one: any) =>
              one.persistentVolumeClaim?.claimName === claim.metadata.name,
          ),
      );

  const bind = (claim: KubeObject, volume: KubeObject) => {
    const { namespace, name, uid } = claim.metadata;
    const bound = resources.update(volumes, '', volume.metadata.name, one => ({
      ...one,
      spec: {
        ...one.spec,
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          namespace,
          name,
          uid,
        },
      },
    }));
    resources.setStatus(bound, { phase: 'Bound' });
    const changed = resources.update(claims, namespace!, name, one => ({
      ...one,
      metadata: {
        ...one.metadata,
        annotations: {
          ...one.metadata.annotations,
          'pv.kubernetes.io/bind-completed': 'yes',
        },
      },
      spec: { ...one.spec, volumeName: volume.metadata.name },
    }));
    resources.setStatus(changed, {
      phase: 'Bound',
      accessModes: volume.spec.accessModes,
      capacity: { storage: volume.spec.capacity.storage },
    });
  };

  const existing = (claim: KubeObject) => {
    const wanted = quantity(claim.spec.resources?.requests?.storage);
    return store
      .list(volumes.storage)
      .filter(
        volume =>
          !volume.spec.claimRef &&
          !volume.metadata.deletionTimestamp &&
          (volume.spec.storageClassName ?? '') ===
            (claim.spec.storageClassName ?? '') &&
          (!claim.spec.volumeName ||
            claim.spec.volumeName === volume.metadata.name) &&
          (!claim.spec.selector ||
            labelSelector(claim.spec.selector)(volume.metadata.labels)) &&
          claim.spec.accessModes.every((mode: string) =>
            volume.spec.accessModes.includes(mode),
          ) &&
          quantity(volume.spec.capacity.storage) >= wanted,
      )
      .sort(
        (a, b) =>
          quantity(a.spec.capacity.storage) - quantity(b.spec.capacity.storage),
      )[0];
  };

  const provision = (claim: KubeObject, storageClass: KubeObject) => {
    const { namespace, name, uid, annotations } = claim.metadata;
    const node = annotations?.[SELECTED_NODE];
    const path = `/var/lib/rancher/k3s/storage/pvc-${uid}_${namespace}_${name}`;
    const source = `${storageClass.provisioner}_local-path-provisioner`;
    record(
      claim,
      'Normal',
      'Provisioning',
      `External provisioner is provisioning volume for claim "${namespace}/${name}"`,
      source,
    );
    const volume = resources.create(volumes, '', {
      metadata: {
        name: `pvc-${uid}`,
        annotations: {
          'pv.kubernetes.io/provisioned-by': storageClass.provisioner,
        },
      },
      spec: {
        capacity: { storage: claim.spec.resources.requests.storage },
        accessModes: claim.spec.accessModes,
        persistentVolumeReclaimPolicy: storageClass.reclaimPolicy,
        storageClassName: storageClass.metadata.name,
        volumeMode: claim.spec.volumeMode,
        ...(node
          ? { local: { path } }
          : { hostPath: { path, type: 'DirectoryOrCreate' } }),
        ...(node && {
          nodeAffinity: {
            required: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    {
                      key: 'kubernetes.io/hostname',
                      operator: 'In',
                      values: [node],
                    },
                  ],
                },
              ],
            },
          },
        }),
      },
    });
    record(
      claim,
      'Normal',
      'ProvisioningSucceeded',
      `Successfully provisioned volume pvc-${uid}`,
      source,
    );
    bind(claim, volume);
  };

  const settle = (claim: KubeObject) => {
    const volume = existing(claim);
    if (volume) {
      bind(claim, volume);
      return;
    }
    const className = claim.spec.storageClassName;
    if (!className || claim.spec.volumeName) {
      record(
        claim,
        'Normal',
        'FailedBinding',
        'no persistent volumes available for this claim and no storage class is set',
        SOURCE,
      );
      return;
    }
    const storageClass = store.get(
      'storage.k8s.io/v1/StorageClass',
      '',
      className,
    );
    if (!storageClass) {
      record(
        claim,
        'Warning',
        'ProvisioningFailed',
        `storageclass.storage.k8s.io "${className}" not found`,
        SOURCE,
      );
      return;
    }
    const waits =
      storageClass.volumeBindingMode === 'WaitForFirstConsumer' &&
      !claim.metadata.annotations?.[SELECTED_NODE];
    if (waits) {
      record(
        claim,
        'Normal',
        'WaitForFirstConsumer',
        'waiting for first consumer to be created before binding',
        SOURCE,
      );
      return;
    }
    if (storageClass.provisioner === 'kubernetes.io/no-provisioner') {
      return;
    }
    provision(claim, storageClass);
  };

  const release = (volume: KubeObject) => {
    const { claimRef, persistentVolumeReclaimPolicy } = volume.spec;
    if (!claimRef) {
      if (volume.status?.phase !== 'Available') {
        resources.setStatus(volume, { phase: 'Available' });
      }
      return;
    }
    const claim = store.get(claims.storage, claimRef.namespace, claimRef.name);
    if (claim && claim.metadata.uid === claimRef.uid) {
      return;
    }
    if (persistentVolumeReclaimPolicy === 'Delete') {
      resources.delete(volumes, '', volume.metadata.name);
    } else {
      resources.setStatus(volume, { phase: 'Released' });
    }
  };

  /** A claim that grows takes its volume along, where the class allows it. */
  const expand = (claim: KubeObject) => {
    const wanted = claim.spec.resources?.requests?.storage;
    if (quantity(wanted) <= quantity(claim.status.capacity?.storage)) {
      return;
    }
    const volume = store.get(volumes.storage, '', claim.spec.volumeName);
    if (volume) {
      resources.update(volumes, '', volume.metadata.name, one => ({
        ...one,
        spec: {
          ...one.spec,
          capacity: { ...one.spec.capacity, storage: wanted },
        },
      }));
      resources.setStatus(claim, {
        ...claim.status,
        capacity: { storage: wanted },
      });
    }
  };

  return {
    name: 'volume',
    concerns({ type, kind, object }) {
      if (kind === claims.storage) {
        const volume = object.spec.volumeName;
        return [
          keyOf(object),
          ...(type === 'DELETED' && volume ? [`/${volume}`] : []),
        ];
      }
      if (kind === volumes.storage) {
        const { claimRef } = object.spec;
        return [keyOf(object), ...(claimRef ? [] : pending())];
      }
      if (kind === 'storage.k8s.io/v1/StorageClass') {
        return pending();
      }
      if (
        kind === 'v1/Pod' &&
        (type === 'DELETED' ||
          ['Succeeded', 'Failed'].includes(object.status?.phase))
      ) {
        return (object.spec.volumes ?? [])
          .map((one: any) => one.persistentVolumeClaim?.claimName)
          .filter(Boolean)
          .map((name: string) => `${object.metadata.namespace}/${name}`);
      }
      return [];
    },
    reconcile(key) {
      const [namespace, name] = fromKey(key);
      if (!namespace) {
        const volume = store.get(volumes.storage, '', name);
        if (volume && !volume.metadata.deletionTimestamp) {
          release(volume);
        }
        return undefined;
      }
      const claim = store.get(claims.storage, namespace, name);
      if (!claim) {
        return undefined;
      }
      if (claim.metadata.deletionTimestamp) {
        if (claim.metadata.finalizers?.includes(PROTECTION) && !isUsed(claim)) {
          resources.update(claims, namespace, name, one => ({
            ...one,
            metadata: {
              ...one.metadata,
              finalizers: one.metadata.finalizers?.filter(
                each => each !== PROTECTION,
              ),
            },
          }));
        }
        return undefined;
      }
      if (claim.status?.phase === 'Bound') {
        expand(claim);
      } else {
        settle(claim);
      }
      return undefined;
    },
  };

  function pending(): string[] {
    return store
      .list(claims.storage)
      .filter(claim => claim.status?.phase !== 'Bound')
      .map(keyOf);
  }
}

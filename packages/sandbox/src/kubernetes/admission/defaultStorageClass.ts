import type { AdmissionPlugin } from './types';

/** A claim that names no class gets the cluster's default one. */
export const defaultStorageClass: AdmissionPlugin = ({
  kind,
  object,
  operation,
  store,
}) => {
  if (
    operation !== 'create' ||
    kind.kind !== 'PersistentVolumeClaim' ||
    typeof object.spec.storageClassName === 'string'
  ) {
    return;
  }
  const standard = store
    .list('storage.k8s.io/v1/StorageClass')
    .find(
      one =>
        one.metadata.annotations?.[
          'storageclass.kubernetes.io/is-default-class'
        ] === 'true',
    );
  if (standard) {
    object.spec.storageClassName = standard.metadata.name;
  }
};

import { forbidden } from '../resources/status';
import { randomSuffix } from '../values/random';
import type { AdmissionPlugin } from './types';

const MOUNT_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

const TOKEN_SOURCES = [
  { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
  {
    configMap: {
      name: 'kube-root-ca.crt',
      items: [{ key: 'ca.crt', path: 'ca.crt' }],
    },
  },
  {
    downwardAPI: {
      items: [
        {
          path: 'namespace',
          fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' },
        },
      ],
    },
  },
];

/** A pod's service account must exist; its token is mounted unless somebody said no. */
export const serviceAccounts: AdmissionPlugin = ({
  kind,
  object,
  operation,
  store,
}) => {
  if (operation !== 'create' || kind.kind !== 'Pod' || kind.group !== '') {
    return;
  }
  const { spec, metadata } = object;
  const account = store.get(
    'v1/ServiceAccount',
    metadata.namespace ?? '',
    spec.serviceAccountName,
  );
  if (!account) {
    throw forbidden(
      kind,
      metadata.name,
      `error looking up service account ${metadata.namespace}/${spec.serviceAccountName}: serviceaccount "${spec.serviceAccountName}" not found`,
    );
  }
  if (account.imagePullSecrets && !spec.imagePullSecrets) {
    spec.imagePullSecrets = account.imagePullSecrets;
  }
  const mounts =
    spec.automountServiceAccountToken ??
    account.automountServiceAccountToken ??
    true;
  if (!mounts) {
    return;
  }
  const volume = `kube-api-access-${randomSuffix()}`;
  for (const container of [
    ...spec.containers,
    ...(spec.initContainers ?? []),
  ]) {
    container.volumeMounts = [
      ...(container.volumeMounts ?? []).filter(
        (one: any) => one.mountPath !== MOUNT_PATH,
      ),
      { name: volume, readOnly: true, mountPath: MOUNT_PATH },
    ];
  }
  spec.volumes = [
    ...(spec.volumes ?? []),
    { name: volume, projected: { defaultMode: 0o644, sources: TOKEN_SOURCES } },
  ];
};

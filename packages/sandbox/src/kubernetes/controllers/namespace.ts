import type { KubeObject } from '../types';
import { fromKey, type Controller, type ControllerContext } from './types';

const ROOT_CERTIFICATE =
  '-----BEGIN CERTIFICATE-----\nc2FuZGJveCBjbHVzdGVyIHdpdGhvdXQgVExT\n-----END CERTIFICATE-----\n';

/** What every namespace begins with; called as soon as it exists, so that pods can be created at once. */
export function furnishNamespace(
  { resources, store }: ControllerContext,
  namespace: string,
): void {
  const accounts = resources.kinds.find('v1', 'ServiceAccount')!;
  const configMaps = resources.kinds.find('v1', 'ConfigMap')!;
  if (!store.get(accounts.storage, namespace, 'default')) {
    resources.create(accounts, namespace, { metadata: { name: 'default' } });
  }
  if (!store.get(configMaps.storage, namespace, 'kube-root-ca.crt')) {
    resources.create(configMaps, namespace, {
      metadata: {
        name: 'kube-root-ca.crt',
        annotations: {
          'kubernetes.io/description':
            'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
        },
      },
      data: { 'ca.crt': ROOT_CERTIFICATE },
    });
  }
}

/** Furnishes namespaces, and empties those that are being deleted. */
export function namespaceController(context: ControllerContext): Controller {
  const { resources, store } = context;
  const kind = resources.kinds.find('v1', 'Namespace')!;

  const empty = (namespace: string): boolean => {
    let left = 0;
    const kinds = new Set(store.kindsIn(namespace));
    for (const one of resources.kinds.all()) {
      if (
        !kinds.has(one.storage) ||
        one.storage !== `${one.apiVersion}/${one.kind}`
      ) {
        continue;
      }
      for (const object of store.list(one.storage, namespace)) {
        left++;
        if (!object.metadata.deletionTimestamp || one.kind === 'Pod') {
          resources.delete(one, namespace, object.metadata.name, {
            propagationPolicy: 'Background',
            ...(one.kind === 'Pod' && { gracePeriodSeconds: 0 }),
          });
        }
      }
    }
    return left === 0;
  };

  return {
    name: 'namespace',
    concerns: ({ kind: changed, object }) => {
      if (changed === kind.storage) {
        return [`/${object.metadata.name}`];
      }
      const { namespace, deletionTimestamp } = object.metadata;
      const leaving =
        namespace &&
        store.get(kind.storage, '', namespace)?.metadata.deletionTimestamp;
      const vital =
        object.kind === 'ServiceAccount' || object.kind === 'ConfigMap';
      return leaving || (namespace && vital && !deletionTimestamp)
        ? [`/${namespace}`]
        : [];
    },
    reconcile(key) {
      const [, name] = fromKey(key);
      const namespace: KubeObject | undefined = store.get(
        kind.storage,
        '',
        name,
      );
      if (!namespace) {
        return undefined;
      }
      if (!namespace.metadata.deletionTimestamp) {
        furnishNamespace(context, name);
        return undefined;
      }
      if (!empty(name)) {
        return 100;
      }
      if (namespace.spec?.finalizers?.length) {
        resources.update(
          kind,
          '',
          name,
          one => ({ ...one, spec: { ...one.spec, finalizers: [] } }),
          { subresource: 'finalize' },
        );
      }
      return undefined;
    },
  };
}

import { labelSelector } from '../kubernetes/resources/selectors';
import type { ClusterApi, KubeObject } from '../kubernetes/types';

/** What can be in a backup, in the order in which it is restored. */
const KINDS: Array<[apiVersion: string, kind: string]> = [
  ['v1', 'PersistentVolumeClaim'],
  ['v1', 'ServiceAccount'],
  ['v1', 'Secret'],
  ['v1', 'ConfigMap'],
  ['v1', 'LimitRange'],
  ['v1', 'ResourceQuota'],
  ['v1', 'Service'],
  ['v1', 'Pod'],
  ['apps/v1', 'ReplicaSet'],
  ['apps/v1', 'DaemonSet'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['batch/v1', 'CronJob'],
  ['batch/v1', 'Job'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
  ['external-secrets.io/v1', 'SecretStore'],
  ['external-secrets.io/v1', 'ExternalSecret'],
  ['monitoring.coreos.com/v1', 'PodMonitor'],
  ['monitoring.coreos.com/v1', 'ServiceMonitor'],
];

/** The namespaces that a backup or restore speaks of, of those that are there. */
export function namespacesOf(
  {
    includedNamespaces = [],
    excludedNamespaces = [],
  }: { includedNamespaces?: string[]; excludedNamespaces?: string[] },
  known: string[],
): string[] {
  const all = !includedNamespaces.length || includedNamespaces.includes('*');
  return known.filter(
    name =>
      (all || includedNamespaces.includes(name)) &&
      !excludedNamespaces.includes(name),
  );
}

/** The objects of a backup: of its namespaces, with its labels. Namespaces come first. */
export function contentsOf(
  cluster: ClusterApi,
  spec: any,
): { objects: KubeObject[]; missing: string[] } {
  const all = cluster.list('v1', 'Namespace');
  const known = all.map(one => one.metadata.name);
  const names = namespacesOf(spec, known);
  const matches = spec.labelSelector
    ? labelSelector(spec.labelSelector)
    : () => true;
  return {
    objects: [
      ...all.filter(one => names.includes(one.metadata.name)),
      ...KINDS.flatMap(([apiVersion, kind]) =>
        names.flatMap(namespace =>
          cluster
            .list(apiVersion, kind, { namespace })
            .filter(one => matches(one.metadata.labels)),
        ),
      ),
    ],
    missing: (spec.includedNamespaces ?? []).filter(
      (name: string) => name !== '*' && !known.includes(name),
    ),
  };
}

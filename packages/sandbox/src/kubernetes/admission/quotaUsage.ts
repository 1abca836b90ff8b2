import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';
import { quantity } from '../values/quantity';

/** Amounts by the names that a ResourceQuota uses, in cores, bytes and pieces. */
export type Usage = Map<string, number>;

function add(usage: Usage, name: string, amount: number): void {
  usage.set(name, (usage.get(name) ?? 0) + amount);
}

/** What a pod asks for in all: its containers together, or its largest init container. In cores and bytes. */
export function podAmount(
  spec: any,
  side: 'requests' | 'limits',
  resource: string,
): number {
  const amount = (container: any) =>
    quantity(container.resources?.[side]?.[resource]);
  const isSidecar = (container: any) => container.restartPolicy === 'Always';
  const initial = spec.initContainers ?? [];
  const together =
    [...spec.containers, ...initial.filter(isSidecar)]
      .map(amount)
      .reduce((sum, one) => sum + one, 0) +
    quantity(side === 'requests' ? spec.overhead?.[resource] : 0);
  return Math.max(
    together,
    ...initial.filter((one: any) => !isSidecar(one)).map(amount),
  );
}

const OBJECT_COUNTS: Record<string, string> = {
  'v1/ConfigMap': 'configmaps',
  'v1/Secret': 'secrets',
  'v1/ReplicationController': 'replicationcontrollers',
  'v1/ResourceQuota': 'resourcequotas',
};

const COUNTED: Record<string, string> = {
  'v1/Pod': 'count/pods',
  'v1/Service': 'count/services',
  'v1/ConfigMap': 'count/configmaps',
  'v1/Secret': 'count/secrets',
  'v1/PersistentVolumeClaim': 'count/persistentvolumeclaims',
  'apps/v1/Deployment': 'count/deployments.apps',
  'apps/v1/ReplicaSet': 'count/replicasets.apps',
  'apps/v1/StatefulSet': 'count/statefulsets.apps',
  'apps/v1/DaemonSet': 'count/daemonsets.apps',
  'batch/v1/Job': 'count/jobs.batch',
  'batch/v1/CronJob': 'count/cronjobs.batch',
  'networking.k8s.io/v1/Ingress': 'count/ingresses.networking.k8s.io',
};

/** Kinds that a quota may count. */
export const QUOTA_KINDS = Object.keys(COUNTED).concat(
  'v1/ReplicationController',
  'v1/ResourceQuota',
);

/** What one object takes of a namespace's quota. */
export function usageOf(object: KubeObject): Usage {
  const usage: Usage = new Map();
  const key = `${object.apiVersion}/${object.kind}`;
  if (COUNTED[key]) {
    add(usage, COUNTED[key], 1);
  }
  if (OBJECT_COUNTS[key]) {
    add(usage, OBJECT_COUNTS[key], 1);
  }
  switch (key) {
    case 'v1/Pod':
      addPod(usage, object);
      break;
    case 'v1/PersistentVolumeClaim': {
      const size = quantity(object.spec?.resources?.requests?.storage);
      const storageClass = object.spec?.storageClassName;
      add(usage, 'persistentvolumeclaims', 1);
      add(usage, 'requests.storage', size);
      if (storageClass) {
        const prefix = `${storageClass}.storageclass.storage.k8s.io/`;
        add(usage, `${prefix}requests.storage`, size);
        add(usage, `${prefix}persistentvolumeclaims`, 1);
      }
      break;
    }
    case 'v1/Service': {
      const { type, ports = [] } = object.spec;
      add(usage, 'services', 1);
      if (type === 'LoadBalancer') {
        add(usage, 'services.loadbalancers', 1);
      }
      if (type === 'LoadBalancer' || type === 'NodePort') {
        add(usage, 'services.nodeports', ports.length);
      }
      break;
    }
    default:
  }
  return usage;
}

function addPod(usage: Usage, pod: KubeObject): void {
  if (['Succeeded', 'Failed'].includes(pod.status?.phase)) {
    return;
  }
  add(usage, 'pods', 1);
  for (const resource of ['cpu', 'memory', 'ephemeral-storage']) {
    const requests = podAmount(pod.spec, 'requests', resource);
    add(usage, `requests.${resource}`, requests);
    add(usage, resource, requests);
    add(usage, `limits.${resource}`, podAmount(pod.spec, 'limits', resource));
  }
}

/** Whether a quota with scopes counts this object. */
export function inScope(quota: KubeObject, object: KubeObject): boolean {
  const scopes: string[] = quota.spec?.scopes ?? [];
  if (!scopes.length) {
    return true;
  }
  if (object.kind !== 'Pod') {
    return false;
  }
  const amounts = object.spec.containers.flatMap((one: any) => [
    ...Object.values(one.resources?.requests ?? {}),
    ...Object.values(one.resources?.limits ?? {}),
  ]);
  const terminating = object.spec.activeDeadlineSeconds !== undefined;
  return scopes.every(scope => {
    switch (scope) {
      case 'Terminating':
        return terminating;
      case 'NotTerminating':
        return !terminating;
      case 'BestEffort':
        return amounts.length === 0;
      case 'NotBestEffort':
        return amounts.length > 0;
      default:
        return true;
    }
  });
}

/** What the objects of a namespace take of one quota, for each of its hard limits. */
export function quotaUsed(store: ObjectStore, quota: KubeObject): Usage {
  const names = Object.keys(quota.spec?.hard ?? {});
  const used: Usage = new Map(names.map(name => [name, 0]));
  for (const kind of QUOTA_KINDS) {
    for (const object of store.list(kind, quota.metadata.namespace)) {
      if (!inScope(quota, object)) {
        continue;
      }
      for (const [name, amount] of usageOf(object)) {
        if (used.has(name)) {
          add(used, name, amount);
        }
      }
    }
  }
  return used;
}

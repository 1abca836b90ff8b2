import type { KubeObject } from '../types';
import { canonicalQuantity } from '../values/quantity';
import { canonicalResources, defaultPodSpec } from './podDefaults';
import { defaultService } from './serviceDefaults';
import { setDefaults } from './setDefaults';
import {
  defaultAutoscaler,
  defaultCronJob,
  defaultDaemonSet,
  defaultDeployment,
  defaultJob,
  defaultReplicaSet,
  defaultStatefulSet,
} from './workloadDefaults';

export { allocateService } from './serviceDefaults';

const BY_KIND: Record<string, (spec: any, object: any) => void> = {
  'v1/Pod': spec => {
    defaultPodSpec(spec);
    setDefaults(spec, {
      serviceAccountName: 'default',
      serviceAccount: spec.serviceAccountName ?? 'default',
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
      tolerations: [],
    });
    for (const key of ['not-ready', 'unreachable']) {
      const taint = `node.kubernetes.io/${key}`;
      if (!spec.tolerations.some((one: any) => one.key === taint)) {
        spec.tolerations = [
          ...spec.tolerations,
          {
            key: taint,
            operator: 'Exists',
            effect: 'NoExecute',
            tolerationSeconds: 300,
          },
        ];
      }
    }
  },
  'v1/Service': defaultService,
  'v1/ReplicationController': (spec, object) => {
    defaultReplicaSet(spec);
    setDefaults(spec, { selector: { ...spec.template?.metadata?.labels } });
    setDefaults(object.metadata, { labels: spec.template?.metadata?.labels });
  },
  'v1/Namespace': spec => setDefaults(spec, { finalizers: ['kubernetes'] }),
  'v1/PersistentVolumeClaim': spec => {
    setDefaults(spec, { volumeMode: 'Filesystem' });
    canonicalResources(spec.resources?.requests);
  },
  'v1/PersistentVolume': spec =>
    setDefaults(spec, {
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
    }),
  'v1/ResourceQuota': spec => canonicalResources(spec.hard),
  'v1/LimitRange': spec => {
    for (const item of spec.limits ?? []) {
      for (const [name, value] of Object.entries(item)) {
        if (name === 'maxLimitRequestRatio' || typeof value === 'string') {
          continue;
        }
        canonicalResources(value as Record<string, unknown>);
      }
      if (item.type === 'Container') {
        defaultLimits(item);
      }
    }
  },
  'apps/v1/Deployment': defaultDeployment,
  'apps/v1/ReplicaSet': defaultReplicaSet,
  'apps/v1/StatefulSet': defaultStatefulSet,
  'apps/v1/DaemonSet': defaultDaemonSet,
  'batch/v1/Job': defaultJob,
  'batch/v1/CronJob': defaultCronJob,
  'autoscaling/v2/HorizontalPodAutoscaler': defaultAutoscaler,
  'networking.k8s.io/v1/NetworkPolicy': spec => {
    setDefaults(spec, { podSelector: {} });
    setDefaults(spec, {
      policyTypes: ['Ingress', ...(spec.egress ? ['Egress'] : [])],
    });
    for (const rule of [...(spec.ingress ?? []), ...(spec.egress ?? [])]) {
      for (const port of rule.ports ?? []) {
        setDefaults(port, { protocol: 'TCP' });
      }
    }
  },
  'policy/v1/PodDisruptionBudget': () => undefined,
};

/** A limit that has a maximum but no default takes the maximum; a default request takes the default limit. */
function defaultLimits(item: any): void {
  for (const [name, value] of Object.entries(item.max ?? {})) {
    item.default = { [name]: value, ...item.default };
  }
  for (const [name, value] of Object.entries(item.default ?? {})) {
    item.defaultRequest = { [name]: value, ...item.defaultRequest };
  }
  for (const [name, value] of Object.entries(item.min ?? {})) {
    item.defaultRequest = { [name]: value, ...item.defaultRequest };
  }
}

/** Completes an object as the API server does. Changes it in place. */
export function applyDefaults(object: KubeObject): void {
  const { apiVersion, kind } = object;
  const apply = BY_KIND[`${apiVersion}/${kind}`];
  if (apply) {
    if (kind === 'Namespace' || kind === 'NetworkPolicy') {
      setDefaults(object, { spec: {} });
    }
    if (object.spec) {
      apply(object.spec, object);
    }
  }
  if (kind === 'Secret' && apiVersion === 'v1') {
    defaultSecret(object);
  }
  if (kind === 'StorageClass') {
    setDefaults(object, {
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
    });
  }
  if (kind === 'PersistentVolume') {
    for (const key of Object.keys(object.spec?.capacity ?? {})) {
      object.spec.capacity[key] = canonicalQuantity(object.spec.capacity[key]);
    }
  }
}

function defaultSecret(object: KubeObject): void {
  setDefaults(object, { type: 'Opaque' });
  if (object.stringData) {
    object.data = { ...object.data };
    for (const [key, value] of Object.entries(object.stringData)) {
      object.data[key] = Buffer.from(String(value)).toString('base64');
    }
    delete object.stringData;
  }
}

import type { KubeObject } from './objects';
import {
  trimApplication,
  trimConfigMap,
  trimEvent,
  trimNode,
  trimObject,
  trimPod,
  trimWorkload,
} from './trimming';

/** One kind that is watched, as data. Secrets are not among them. */
export interface WatchedKind {
  kind: string;
  /** Path of the collection over all namespaces. */
  path: string;
  /** Keeps what is used, so that a large cluster fits in memory. */
  trim(object: KubeObject): KubeObject;
  /**
   * Comes with an add-on, or only makes a diagnosis better: all else goes on
   * where the cluster hasn't it or the account may not read it.
   */
  optional?: boolean;
  /** Keeps only so many, the newest. */
  keep?: number;
}

/** The kinds that are held in memory. */
export const WATCHED_KINDS: WatchedKind[] = [
  core('Namespace', 'namespaces'),
  { ...core('Pod', 'pods'), trim: trimPod },
  apps('Deployment', 'deployments'),
  apps('StatefulSet', 'statefulsets'),
  apps('ReplicaSet', 'replicasets'),
  apps('DaemonSet', 'daemonsets'),
  { kind: 'Job', path: '/apis/batch/v1/jobs', trim: trimWorkload },
  core('Service', 'services'),
  {
    kind: 'Ingress',
    path: '/apis/networking.k8s.io/v1/ingresses',
    trim: trimObject,
  },
  core('PersistentVolumeClaim', 'persistentvolumeclaims'),
  { ...core('Event', 'events'), trim: trimEvent, keep: 2000 },
  core('ResourceQuota', 'resourcequotas'),
  { ...core('LimitRange', 'limitranges'), optional: true },
  { ...core('Node', 'nodes'), trim: trimNode, optional: true },
  { ...core('ConfigMap', 'configmaps'), trim: trimConfigMap, optional: true },
  {
    kind: 'ExternalSecret',
    path: '/apis/external-secrets.io/v1/externalsecrets',
    trim: trimObject,
    optional: true,
  },
  {
    kind: 'Application',
    path: '/apis/argoproj.io/v1alpha1/applications',
    trim: trimApplication,
    optional: true,
  },
  velero('Backup', 'backups'),
  velero('PodVolumeBackup', 'podvolumebackups'),
];

function core(kind: string, plural: string): WatchedKind {
  return { kind, path: `/api/v1/${plural}`, trim: trimObject };
}

function apps(kind: string, plural: string): WatchedKind {
  return { kind, path: `/apis/apps/v1/${plural}`, trim: trimWorkload };
}

function velero(kind: string, plural: string): WatchedKind {
  return {
    kind,
    path: `/apis/velero.io/v1/${plural}`,
    trim: trimObject,
    optional: true,
  };
}

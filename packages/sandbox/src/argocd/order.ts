import type { KubeObject } from '../kubernetes/types';
import { SYNC_WAVE } from './names';

/** What others need comes first. Source: gitops-engine/pkg/sync/sync_tasks.go. */
const KINDS = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodSecurityPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'SecretList',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleList',
  'ClusterRoleBinding',
  'ClusterRoleBindingList',
  'Role',
  'RoleList',
  'RoleBinding',
  'RoleBindingList',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
];

/** The wave of an object: 0 unless it says another whole number. */
export function waveOf(object: KubeObject): number {
  const wave = Number(object.metadata.annotations?.[SYNC_WAVE] ?? 0);
  return Number.isInteger(wave) ? wave : 0;
}

function rank({ kind }: KubeObject): number {
  const index = KINDS.indexOf(kind);
  return index < 0 ? KINDS.length : index;
}

/** Objects in the order in which they are applied, in waves. */
export function inWaves(objects: KubeObject[]): KubeObject[][] {
  const sorted = [...objects].sort(
    (a, b) =>
      waveOf(a) - waveOf(b) ||
      rank(a) - rank(b) ||
      a.metadata.name.localeCompare(b.metadata.name),
  );
  const waves = new Map<number, KubeObject[]>();
  for (const object of sorted) {
    waves.set(waveOf(object), [...(waves.get(waveOf(object)) ?? []), object]);
  }
  return [...waves.values()];
}

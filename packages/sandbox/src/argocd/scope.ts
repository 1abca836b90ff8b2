import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { groupOf } from './names';

const CLUSTER_KINDS = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'networking.k8s.io/IngressClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/CSINode',
]);

const BUILT_IN = /^(|apps|autoscaling|batch|policy|.*\.k8s\.io)$/;

/** True for kinds that live in no namespace. */
export function isClusterScoped(
  cluster: ClusterApi,
  object: KubeObject,
): boolean {
  const group = groupOf(object.apiVersion);
  if (BUILT_IN.test(group)) {
    return CLUSTER_KINDS.has(`${group}/${object.kind}`);
  }
  return cluster
    .list('apiextensions.k8s.io/v1', 'CustomResourceDefinition')
    .some(
      ({ spec }) =>
        spec.group === group &&
        spec.names.kind === object.kind &&
        spec.scope === 'Cluster',
    );
}

import type { Kind } from '../kinds/types';
import { badRequest } from './status';

const EVENT =
  'reason reportingComponent source type involvedObject.kind involvedObject.namespace involvedObject.name involvedObject.uid involvedObject.apiVersion involvedObject.resourceVersion involvedObject.fieldPath';

/** The fields by which objects of a kind can be selected, besides name and namespace. */
const LABELS: Record<string, string> = {
  'v1/Pod':
    'spec.nodeName spec.restartPolicy spec.schedulerName spec.serviceAccountName spec.hostNetwork status.phase status.podIP status.podIPs status.nominatedNodeName',
  'v1/Node': 'spec.unschedulable',
  'v1/Namespace': 'status.phase',
  'v1/Secret': 'type',
  'v1/Service': 'spec.clusterIP spec.type',
  'v1/Event': EVENT,
  'v1/ReplicationController': 'status.replicas',
  'apps/v1/ReplicaSet': 'status.replicas',
  'batch/v1/Job': 'status.successful',
  'certificates.k8s.io/v1/CertificateSigningRequest': 'spec.signerName',
};

/** @throws 400 for a field by which objects of the kind can't be selected */
export function checkFieldLabel(kind: Kind, label: string): void {
  const known = [
    'metadata.name',
    ...(kind.namespaced ? ['metadata.namespace'] : []),
    ...(LABELS[kind.storage]?.split(' ') ?? []),
  ];
  if (!known.includes(label)) {
    throw badRequest(`field label not supported: ${label}`);
  }
}

import type { KubeObject } from '../types';
import { AGE, column, duration, NAME, type Column } from './types';

const count = (name: string, field: (object: KubeObject) => unknown[]) =>
  column(name, object => field(object).length, { type: 'integer' });

const CREATED = column(
  'Created At',
  object => object.metadata.creationTimestamp ?? '',
);

const WEBHOOKS: Column[] = [
  NAME,
  count('Webhooks', one => one.webhooks ?? []),
  AGE,
];

const yes = (value: unknown) => Boolean(value);

/** The word for where a request for a certificate stands. */
function requestState({ status }: KubeObject): string {
  const words = (status?.conditions ?? []).map((one: any) => one.type);
  if (status?.certificate) {
    words.push('Issued');
  }
  return words.join(',') || 'Pending';
}

/** The columns of what only those who run a cluster look at. */
export const ADMINISTRATION_COLUMNS: Record<string, Column[]> = {
  'v1/ComponentStatus': [
    NAME,
    column('Status', one =>
      one.conditions?.[0]?.status === 'True' ? 'Healthy' : 'Unhealthy',
    ),
    column('Message', one => one.conditions?.[0]?.message ?? ''),
    column('Error', one => one.conditions?.[0]?.error ?? ''),
  ],
  'apiregistration.k8s.io/v1/APIService': [
    NAME,
    column('Service', one =>
      one.spec.service
        ? `${one.spec.service.namespace}/${one.spec.service.name}`
        : 'Local',
    ),
    column('Available', one => one.status?.conditions?.[0]?.status ?? ''),
    AGE,
  ],
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': [
    NAME,
    count('Validations', one => one.spec?.validations ?? []),
    column('ParamKind', ({ spec }) =>
      spec?.paramKind
        ? `${spec.paramKind.apiVersion}/${spec.paramKind.kind}`
        : '<unset>',
    ),
    AGE,
  ],
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding': [
    NAME,
    column('PolicyName', one => one.spec?.policyName ?? ''),
    column('ParamRef', ({ spec }) =>
      spec?.paramRef
        ? `${spec.paramRef.namespace ?? '*'}/${spec.paramRef.name ?? '*'}`
        : '<unset>',
    ),
    AGE,
  ],
  'certificates.k8s.io/v1/CertificateSigningRequest': [
    NAME,
    AGE,
    column('SignerName', one => one.spec.signerName ?? ''),
    column('Requestor', one => one.spec.username ?? ''),
    column('RequestedDuration', one =>
      one.spec.expirationSeconds
        ? duration(one.spec.expirationSeconds)
        : '<none>',
    ),
    column('Condition', requestState),
  ],
  'flowcontrol.apiserver.k8s.io/v1/FlowSchema': [
    NAME,
    column(
      'PriorityLevel',
      one => one.spec?.priorityLevelConfiguration?.name ?? '',
    ),
    column('MatchingPrecedence', one => one.spec?.matchingPrecedence ?? 0, {
      type: 'integer',
    }),
    column(
      'DistinguisherMethod',
      one => one.spec?.distinguisherMethod?.type ?? '<none>',
    ),
    AGE,
    column('MissingPL', () => 'False'),
  ],
  'flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration': [
    NAME,
    column('Type', one => one.spec?.type ?? ''),
    column(
      'NominalConcurrencyShares',
      one => one.spec?.limited?.nominalConcurrencyShares ?? '<none>',
    ),
    ...['queues', 'handSize', 'queueLengthLimit'].map(field =>
      column(
        field[0].toUpperCase() + field.slice(1),
        one => one.spec?.limited?.limitResponse?.queuing?.[field] ?? '<none>',
      ),
    ),
    AGE,
  ],
  'node.k8s.io/v1/RuntimeClass': [
    NAME,
    column('Handler', one => one.handler ?? ''),
    AGE,
  ],
  'storage.k8s.io/v1/CSIDriver': [
    NAME,
    column('AttachRequired', one => yes(one.spec.attachRequired ?? true), {
      type: 'boolean',
    }),
    column('PodInfoOnMount', one => yes(one.spec.podInfoOnMount), {
      type: 'boolean',
    }),
    column('StorageCapacity', one => yes(one.spec.storageCapacity), {
      type: 'boolean',
    }),
    column(
      'TokenRequests',
      one =>
        (one.spec.tokenRequests ?? [])
          .map((each: any) => each.audience)
          .join(',') || '<unset>',
    ),
    column('RequiresRepublish', one => yes(one.spec.requiresRepublish), {
      type: 'boolean',
    }),
    column('Modes', one =>
      (one.spec.volumeLifecycleModes ?? ['Persistent']).join(','),
    ),
    AGE,
  ],
  'storage.k8s.io/v1/CSINode': [
    NAME,
    count('Drivers', one => one.spec.drivers ?? []),
    AGE,
  ],
  'storage.k8s.io/v1/CSIStorageCapacity': [NAME, CREATED],
  'storage.k8s.io/v1/VolumeAttachment': [
    NAME,
    column('Attacher', one => one.spec.attacher),
    column('PV', one => one.spec.source?.persistentVolumeName ?? ''),
    column('Node', one => one.spec.nodeName),
    column('Attached', one => yes(one.status?.attached), { type: 'boolean' }),
    AGE,
  ],
};

import type { KubeObject } from '../types';
import { age, AGE, column, NAME, type Column } from './types';

const WIDE = { priority: 1 };

const roles = (node: KubeObject) =>
  Object.keys(node.metadata.labels ?? {})
    .filter(label => label.startsWith('node-role.kubernetes.io/'))
    .map(label => label.split('/')[1])
    .sort()
    .join(',') || '<none>';

const pairs = (object: Record<string, unknown> | undefined) =>
  Object.entries(object ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',') || '<none>';

const nodeAddress = (type: string) => (node: KubeObject) =>
  node.status?.addresses?.find((one: any) => one.type === type)?.address ??
  '<none>';

function nodeStatus(node: KubeObject): string {
  const ready = node.status?.conditions?.find(
    (one: any) => one.type === 'Ready',
  );
  const word =
    { True: 'Ready', False: 'NotReady' }[ready?.status as string] ??
    (ready ? 'NotReady' : 'Unknown');
  return node.spec?.unschedulable ? `${word},SchedulingDisabled` : word;
}

function servicePorts(service: KubeObject): string {
  return (
    (service.spec.ports ?? [])
      .map((one: any) =>
        one.nodePort
          ? `${one.port}:${one.nodePort}/${one.protocol}`
          : `${one.port}/${one.protocol}`,
      )
      .join(',') || '<none>'
  );
}

function externalAddress(service: KubeObject): string {
  const { type, externalName, externalIPs } = service.spec;
  if (type === 'ExternalName') {
    return externalName;
  }
  const given = (service.status?.loadBalancer?.ingress ?? []).map(
    (one: any) => one.ip ?? one.hostname,
  );
  if (type === 'LoadBalancer') {
    return [...given, ...(externalIPs ?? [])].join(',') || '<pending>';
  }
  return externalIPs?.join(',') || '<none>';
}

function amounts(quota: KubeObject, prefix: (name: string) => boolean): string {
  const { hard = {}, used = {} } = quota.status ?? {};
  return Object.keys(hard)
    .sort()
    .filter(prefix)
    .map(name => `${name}: ${used[name]}/${hard[name]}`)
    .join(', ');
}

const modes = (object: KubeObject) =>
  (object.status?.accessModes ?? object.spec.accessModes ?? [])
    .map(
      (mode: string) =>
        ((
          {
            ReadWriteOnce: 'RWO',
            ReadOnlyMany: 'ROX',
            ReadWriteMany: 'RWX',
            ReadWriteOncePod: 'RWOP',
          } as Record<string, string>
        )[mode]),
    )
    .join(',');

function endpointsText(endpoints: KubeObject): string {
  const all = (endpoints.subsets ?? []).flatMap((subset: any) =>
    (subset.addresses ?? []).flatMap((one: any) =>
      (subset.ports ?? [{ port: undefined }]).map((port: any) =>
        port.port === undefined ? one.ip : `${one.ip}:${port.port}`,
      ),
    ),
  );
  const shown = all.slice(0, 3).join(',');
  return all.length > 3
    ? `${shown} + ${all.length - 3} more...`
    : shown || '<none>';
}

const subjects = (binding: KubeObject, kind: string) =>
  (binding.subjects ?? [])
    .filter((one: any) => one.kind === kind)
    .map((one: any) =>
      one.namespace ? `${one.namespace}/${one.name}` : one.name,
    )
    .join(', ');

const BINDING: Column[] = [
  NAME,
  column('Role', one => `${one.roleRef.kind}/${one.roleRef.name}`),
  AGE,
  column('Users', one => subjects(one, 'User'), WIDE),
  column('Groups', one => subjects(one, 'Group'), WIDE),
  column('ServiceAccounts', one => subjects(one, 'ServiceAccount'), WIDE),
];

const ROLE: Column[] = [
  NAME,
  column('Created At', one => one.metadata.creationTimestamp ?? ''),
];

const size = (object: KubeObject) =>
  Object.keys(object.data ?? {}).length +
  Object.keys(object.binaryData ?? {}).length;

/** The columns of everything else that people look at. */
export const OTHER_COLUMNS: Record<string, Column[]> = {
  'v1/Namespace': [NAME, column('Status', one => one.status?.phase ?? ''), AGE],
  'v1/Node': [
    NAME,
    column('Status', nodeStatus),
    column('Roles', roles),
    AGE,
    column('Version', one => one.status?.nodeInfo?.kubeletVersion ?? ''),
    column('Internal-IP', nodeAddress('InternalIP'), WIDE),
    column('External-IP', nodeAddress('ExternalIP'), WIDE),
    column('OS-Image', one => one.status?.nodeInfo?.osImage ?? '', WIDE),
    column(
      'Kernel-Version',
      one => one.status?.nodeInfo?.kernelVersion ?? '',
      WIDE,
    ),
    column(
      'Container-Runtime',
      one => one.status?.nodeInfo?.containerRuntimeVersion ?? '',
      WIDE,
    ),
  ],
  'v1/Service': [
    NAME,
    column('Type', one => one.spec.type),
    column('Cluster-IP', one => one.spec.clusterIP ?? '<none>'),
    column('External-IP', externalAddress),
    column('Port(s)', servicePorts),
    AGE,
    column('Selector', one => pairs(one.spec.selector), WIDE),
  ],
  'v1/Endpoints': [NAME, column('Endpoints', endpointsText), AGE],
  'v1/ConfigMap': [NAME, column('Data', size, { type: 'integer' }), AGE],
  'v1/Secret': [
    NAME,
    column('Type', one => one.type),
    column('Data', size, { type: 'integer' }),
    AGE,
  ],
  'v1/ServiceAccount': [
    NAME,
    column('Secrets', one => one.secrets?.length ?? 0, { type: 'integer' }),
    AGE,
  ],
  'v1/ResourceQuota': [
    NAME,
    AGE,
    column('Request', one => amounts(one, name => !name.startsWith('limits.'))),
    column('Limit', one => amounts(one, name => name.startsWith('limits.'))),
  ],
  'v1/LimitRange': [
    NAME,
    column('Created At', one => one.metadata.creationTimestamp ?? ''),
  ],
  'v1/PersistentVolumeClaim': [
    NAME,
    column('Status', one =>
      one.metadata.deletionTimestamp ? 'Terminating' : one.status?.phase ?? '',
    ),
    column('Volume', one => one.spec.volumeName ?? ''),
    column('Capacity', one => one.status?.capacity?.storage ?? ''),
    column('Access Modes', one => (one.spec.volumeName ? modes(one) : '')),
    column('StorageClass', one => one.spec.storageClassName ?? ''),
    column('VolumeAttributesClass', () => '<unset>'),
    AGE,
    column('VolumeMode', one => one.spec.volumeMode ?? '', WIDE),
  ],
  'v1/PersistentVolume': [
    NAME,
    column('Capacity', one => one.spec.capacity?.storage ?? ''),
    column('Access Modes', modes),
    column('Reclaim Policy', one => one.spec.persistentVolumeReclaimPolicy),
    column('Status', one =>
      one.metadata.deletionTimestamp ? 'Terminating' : one.status?.phase ?? '',
    ),
    column('Claim', one =>
      one.spec.claimRef
        ? `${one.spec.claimRef.namespace}/${one.spec.claimRef.name}`
        : '',
    ),
    column('StorageClass', one => one.spec.storageClassName ?? ''),
    column('VolumeAttributesClass', () => '<unset>'),
    column('Reason', one => one.status?.reason ?? ''),
    AGE,
    column('VolumeMode', one => one.spec.volumeMode ?? '', WIDE),
  ],
  'v1/Event': [
    column('Last Seen', (one, now) =>
      age(
        one.lastTimestamp ??
          one.deprecatedLastTimestamp ??
          one.eventTime ??
          one.metadata.creationTimestamp,
        now,
      ),
    ),
    column('Type', one => one.type ?? ''),
    column('Reason', one => one.reason ?? ''),
    column('Object', one => {
      const about = one.involvedObject ?? one.regarding;
      return `${about?.kind?.toLowerCase()}/${about?.name}`;
    }),
    column(
      'Subobject',
      one => (one.involvedObject ?? one.regarding)?.fieldPath ?? '',
      WIDE,
    ),
    column(
      'Source',
      one => {
        const source = one.source ?? one.deprecatedSource;
        return [source?.component, source?.host].filter(Boolean).join(', ');
      },
      WIDE,
    ),
    column('Message', one => String(one.message ?? one.note ?? '').trim()),
    column(
      'First Seen',
      (one, now) =>
        age(
          one.firstTimestamp ??
            one.deprecatedFirstTimestamp ??
            one.metadata.creationTimestamp,
          now,
        ),
      WIDE,
    ),
    column('Count', one => one.count ?? one.deprecatedCount ?? 1, {
      ...WIDE,
      type: 'integer',
    }),
    column('Name', one => one.metadata.name, { ...WIDE, format: 'name' }),
  ],
  'networking.k8s.io/v1/Ingress': [
    NAME,
    column('Class', one => one.spec.ingressClassName ?? '<none>'),
    column(
      'Hosts',
      one =>
        (one.spec.rules ?? []).map((rule: any) => rule.host ?? '*').join(',') ||
        '*',
    ),
    column('Address', one =>
      (one.status?.loadBalancer?.ingress ?? [])
        .map((each: any) => each.ip ?? each.hostname)
        .join(','),
    ),
    column('Ports', one => (one.spec.tls?.length ? '80, 443' : '80')),
    AGE,
  ],
  'networking.k8s.io/v1/IngressClass': [
    NAME,
    column('Controller', one => one.spec.controller),
    column('Parameters', () => '<none>'),
    AGE,
  ],
  'networking.k8s.io/v1/NetworkPolicy': [
    NAME,
    column('Pod-Selector', one => pairs(one.spec.podSelector?.matchLabels)),
    AGE,
  ],
  'discovery.k8s.io/v1/EndpointSlice': [
    NAME,
    column('AddressType', one => one.addressType),
    column(
      'Ports',
      one =>
        (one.ports ?? []).map((port: any) => port.port).join(',') || '<unset>',
    ),
    column(
      'Endpoints',
      one =>
        (one.endpoints ?? [])
          .flatMap((each: any) => each.addresses)
          .join(',') || '<unset>',
    ),
    AGE,
  ],
  'storage.k8s.io/v1/StorageClass': [
    column(
      'Name',
      one =>
        one.metadata.annotations?.[
          'storageclass.kubernetes.io/is-default-class'
        ] === 'true'
          ? `${one.metadata.name} (default)`
          : one.metadata.name,
      { format: 'name' },
    ),
    column('Provisioner', one => one.provisioner),
    column('ReclaimPolicy', one => one.reclaimPolicy),
    column('VolumeBindingMode', one => one.volumeBindingMode),
    column('AllowVolumeExpansion', one => Boolean(one.allowVolumeExpansion), {
      type: 'boolean',
    }),
    AGE,
  ],
  'rbac.authorization.k8s.io/v1/RoleBinding': BINDING,
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': BINDING,
  'rbac.authorization.k8s.io/v1/Role': ROLE,
  'rbac.authorization.k8s.io/v1/ClusterRole': ROLE,
  'apiextensions.k8s.io/v1/CustomResourceDefinition': [
    NAME,
    column('Created At', one => one.metadata.creationTimestamp ?? ''),
  ],
  'apps/v1/ControllerRevision': [
    NAME,
    column('Controller', one => {
      const owner = one.metadata.ownerReferences?.[0];
      return owner
        ? `${owner.kind.toLowerCase()}.apps/${owner.name}`
        : '<none>';
    }),
    column('Revision', one => one.revision, { type: 'integer' }),
    AGE,
  ],
  'coordination.k8s.io/v1/Lease': [
    NAME,
    column('Holder', one => one.spec?.holderIdentity ?? ''),
    AGE,
  ],
  'scheduling.k8s.io/v1/PriorityClass': [
    NAME,
    column('Value', one => one.value, { type: 'integer' }),
    column('Global-Default', one => Boolean(one.globalDefault), {
      type: 'boolean',
    }),
    AGE,
    column(
      'PreemptionPolicy',
      one => one.preemptionPolicy ?? 'PreemptLowerPriority',
    ),
  ],
};

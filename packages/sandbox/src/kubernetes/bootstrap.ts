import { standardRoles } from './access';
import { installedDefinitions } from './kinds/customResources';
import type { Resources } from './resources/Resources';
import { timestamp } from './resources/time';
import type { KubeObject } from './types';

/** A machine of the cluster. */
export interface SandboxNode {
  name: string;
  /** Cores. */
  cpu: number;
  /** Gibibytes. */
  memoryGi: number;
  /** How many pods may run on it; 110 unless given. */
  pods?: number;
  labels?: Record<string, string>;
  taints?: Array<{ key: string; value?: string; effect: string }>;
}

/** Three machines of a small company. */
export const DEFAULT_NODES: SandboxNode[] = [1, 2, 3].map(number => ({
  name: `node-${number}`,
  cpu: 8,
  memoryGi: 32,
}));

/** Of a machine, by its number. */
const addressOf = (index: number) => `192.168.40.${11 + index}`;

/** Creates what a fresh cluster has: nodes, namespaces, storage class, ingress class, operators' definitions. What is there already stays. */
export function bootstrap(resources: Resources, nodes: SandboxNode[]): void {
  const { store, kinds } = resources;
  const ensure = (object: any) => {
    const kind = kinds.find(object.apiVersion, object.kind)!;
    const { namespace = '', name } = object.metadata;
    if (store.get(kind.storage, namespace, name)) {
      return;
    }
    const { status, ...rest } = object;
    const created = resources.create(kind, namespace, rest);
    if (status) {
      resources.setStatus(created, status);
    }
  };
  for (const name of [
    'default',
    'kube-system',
    'kube-public',
    'kube-node-lease',
  ]) {
    ensure({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  installedDefinitions().forEach(ensure);
  nodes.forEach((node, index) =>
    ensure(nodeObject(node, index, timestamp(resources.clock.now()))),
  );
  ensure({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: 'local-path',
      annotations: {
        defaultVolumeType: 'local',
        'storageclass.kubernetes.io/is-default-class': 'true',
      },
    },
    provisioner: 'rancher.io/local-path',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  });
  ensure({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: {
      name: 'traefik',
      annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' },
    },
    spec: { controller: 'traefik.io/ingress-controller' },
  });
  for (const [name, value] of [
    ['system-node-critical', 2_000_001_000],
    ['system-cluster-critical', 2_000_000_000],
  ]) {
    ensure({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value,
    });
  }
  standardRoles().forEach(ensure);
  ensure({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: {
      clusterIP: '10.43.0.1',
      ports: [{ name: 'https', port: 443, targetPort: 6443 }],
    },
  });
  const metadata = { name: 'kubernetes', namespace: 'default' };
  const ports = [{ name: 'https', port: 6443, protocol: 'TCP' }];
  ensure({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata,
    subsets: [{ addresses: [{ ip: addressOf(0) }], ports }],
  });
  ensure({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...metadata,
      labels: { 'kubernetes.io/service-name': 'kubernetes' },
    },
    addressType: 'IPv4',
    endpoints: [{ addresses: [addressOf(0)], conditions: { ready: true } }],
    ports,
  });
}

function nodeObject(node: SandboxNode, index: number, now: string): KubeObject {
  const capacity = {
    cpu: String(node.cpu),
    'ephemeral-storage': '200Gi',
    memory: `${node.memoryGi}Gi`,
    pods: String(node.pods ?? 110),
  };
  const condition = (
    type: string,
    status: string,
    reason: string,
    message: string,
  ) => ({
    type,
    status,
    reason,
    message,
    lastHeartbeatTime: now,
    lastTransitionTime: now,
  });
  const controlPlane = index === 0;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: node.name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': node.name,
        'kubernetes.io/os': 'linux',
        ...(controlPlane && {
          'node-role.kubernetes.io/control-plane': 'true',
          'node-role.kubernetes.io/master': 'true',
        }),
        ...node.labels,
      },
    },
    spec: {
      podCIDR: `10.42.${index}.0/24`,
      podCIDRs: [`10.42.${index}.0/24`],
      providerID: `k3s://${node.name}`,
      ...(node.taints && { taints: node.taints }),
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: addressOf(index) },
        { type: 'Hostname', address: node.name },
      ],
      capacity,
      allocatable: capacity,
      conditions: [
        condition(
          'MemoryPressure',
          'False',
          'KubeletHasSufficientMemory',
          'kubelet has sufficient memory available',
        ),
        condition(
          'DiskPressure',
          'False',
          'KubeletHasNoDiskPressure',
          'kubelet has no disk pressure',
        ),
        condition(
          'PIDPressure',
          'False',
          'KubeletHasSufficientPID',
          'kubelet has sufficient PID available',
        ),
        condition(
          'Ready',
          'True',
          'KubeletReady',
          'kubelet is posting ready status',
        ),
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      images: [],
      nodeInfo: {
        architecture: 'amd64',
        bootID: '',
        containerRuntimeVersion: 'containerd://2.0.4-k3s2',
        kernelVersion: '6.8.0-57-generic',
        kubeProxyVersion: 'v1.32.4+k3s1',
        kubeletVersion: 'v1.32.4+k3s1',
        machineID: node.name,
        operatingSystem: 'linux',
        osImage: 'Ubuntu 24.04.2 LTS',
        systemUUID: node.name,
      },
    },
  };
}

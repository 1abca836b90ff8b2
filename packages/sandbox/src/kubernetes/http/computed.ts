import { nodeMetrics, podMetrics } from '../metrics';
import type { Kind } from '../kinds/types';
import type { Resources } from '../resources/Resources';
import { microTimestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { apiVersions } from './discovery';

const LEASES = 'kube-node-lease';
const RENEWAL_MS = 10_000;

/** The objects of a kind that is worked out when it is asked for; undefined for kinds that are kept. */
export function computedObjects(
  resources: Resources,
  kind: Kind,
  namespace: string,
): KubeObject[] | undefined {
  const now = resources.clock.now();
  switch (kind.kind) {
    case 'PodMetrics': {
      const pods = resources.kinds.find('v1', 'Pod')!;
      return resources
        .list(pods, namespace)
        .flatMap(pod => podMetrics(pod, resources.programs, now) ?? []);
    }
    case 'NodeMetrics': {
      const nodes = resources.kinds.find('v1', 'Node')!;
      return resources
        .list(nodes)
        .flatMap(node => nodeMetrics(node, resources, now) ?? []);
    }
    case 'Lease': {
      const here = !namespace || namespace === LEASES;
      return here
        ? [...resources.list(kind, namespace), ...nodeLeases(resources, now)]
        : undefined;
    }
    case 'APIService':
      return apiVersions(resources.kinds)
        .map(apiVersion => apiService(apiVersion, startOf(resources)))
        .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    case 'ComponentStatus':
      return ['controller-manager', 'etcd-0', 'scheduler'].map(name => ({
        apiVersion: 'v1',
        kind: 'ComponentStatus',
        metadata: { name },
        conditions: [{ type: 'Healthy', status: 'True', message: 'ok' }],
      }));
    default:
      return undefined;
  }
}

/** By its lease a node says that it is alive, every ten seconds. */
function nodeLeases({ store }: Resources, now: Date): KubeObject[] {
  return store.list('v1/Node').map(({ metadata, status }) => {
    const ready = status?.conditions?.find((one: any) => one.type === 'Ready');
    const alive = ready?.status === 'True';
    const last = alive
      ? Math.floor(now.getTime() / RENEWAL_MS) * RENEWAL_MS
      : Date.parse(ready?.lastTransitionTime ?? metadata.creationTimestamp);
    return {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name: metadata.name,
        namespace: LEASES,
        uid: metadata.uid,
        creationTimestamp: metadata.creationTimestamp,
        resourceVersion: metadata.resourceVersion,
      },
      spec: {
        holderIdentity: metadata.name,
        leaseDurationSeconds: 40,
        renewTime: microTimestamp(new Date(last)),
      },
    };
  });
}

/** Since when the cluster exists. */
function startOf({ store }: Resources): string | undefined {
  return store.get('v1/Namespace', '', 'kube-system')?.metadata
    .creationTimestamp;
}

function apiService(apiVersion: string, since?: string): KubeObject {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: `${version}.${group}`, creationTimestamp: since },
    spec: {
      group,
      version,
      groupPriorityMinimum: group ? 17_000 : 18_000,
      versionPriority: 15,
    },
    status: {
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'Local',
          message: 'Local APIServices are always available',
          lastTransitionTime: since,
        },
      ],
    },
  };
}

import type { Deployed, Workload } from '@aiops-portal/plugin-aiops-agent-node';
import type { Fields, KubeObject } from '../../cluster/objects';

/** When all tests happen. */
export const NOW = new Date('2026-11-16T09:30:00Z');
export const NAMESPACE = 'shop-prod';

/** A time so many seconds before the tests happen. */
export function ago(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000)
    .toISOString()
    .replace('.000Z', 'Z');
}

/** An object as an API server serves it, of its kind. */
export interface Served extends KubeObject {
  kind: string;
}

function object(
  kind: string,
  name: string,
  fields: Fields & { owner?: Served; metadata?: Fields } = {},
): Served {
  const { owner, metadata, ...rest } = fields;
  return {
    kind,
    ...rest,
    metadata: {
      name,
      namespace: NAMESPACE,
      uid: `uid-${kind}-${name}`,
      generation: 1,
      creationTimestamp: ago(3600),
      ...(owner && {
        ownerReferences: [
          {
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid!,
          },
        ],
      }),
      ...metadata,
    },
  };
}

const LABELS = (name: string) => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/instance': name,
});

/** A container as people write it. */
export const CONTAINER = {
  name: 'app',
  image: 'registry.corp.example.com/shop/app:1.8.1',
  ports: [{ name: 'http', containerPort: 8080 }],
  env: [{ name: 'PASSWORD', value: 'not to be kept' }],
  resources: {
    requests: { cpu: '500m', memory: '1000Mi' },
    limits: { cpu: '500m', memory: '1000Mi' },
  },
  readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
  livenessProbe: {
    httpGet: { path: '/healthz', port: 'http' },
    periodSeconds: 20,
  },
};

/** What differs from an app that is well. */
export interface Illness {
  name?: string;
  replicas?: number;
  ready?: number;
  /** Copies that there are; as many as there should be unless given. */
  pods?: number;
  container?: Fields;
  podSpec?: Fields;
  deployment?: { spec?: Fields; status?: Fields };
  replicaSet?: { spec?: Fields; status?: Fields };
  /** Of each pod. */
  status?: Fields;
  /** Of the app's container. */
  containerStatus?: Fields;
  podMetadata?: Fields;
  age?: number;
}

/** A Deployment, its ReplicaSet and its pods. */
export function app(illness: Illness = {}): Served[] {
  const {
    name = 'app',
    replicas = 1,
    pods = replicas,
    ready = 0,
    age = 3600,
  } = illness;
  const spec = {
    nodeName: 'worker-1',
    containers: [{ ...CONTAINER, ...illness.container }],
    ...illness.podSpec,
  };
  const deployment = object('Deployment', name, {
    spec: {
      replicas,
      selector: { matchLabels: LABELS(name) },
      template: { metadata: { labels: LABELS(name) }, spec },
      ...illness.deployment?.spec,
    },
    status: {
      observedGeneration: 1,
      replicas: pods,
      updatedReplicas: pods,
      readyReplicas: ready,
      availableReplicas: ready,
      ...illness.deployment?.status,
    },
  });
  const set = object('ReplicaSet', `${name}-7d9f`, {
    owner: deployment,
    metadata: { annotations: { 'deployment.kubernetes.io/revision': '1' } },
    spec: { replicas, ...illness.replicaSet?.spec },
    status: { replicas: pods, ...illness.replicaSet?.status },
  });
  const isReady = illness.containerStatus?.ready === true || ready > 0;
  return [
    deployment,
    set,
    ...Array.from({ length: pods }, (_, index) =>
      object('Pod', `${name}-7d9f-${index}`, {
        owner: set,
        metadata: {
          labels: LABELS(name),
          creationTimestamp: ago(age),
          ...illness.podMetadata,
        },
        spec,
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }],
          containerStatuses: [
            {
              name: 'app',
              ready: isReady,
              started: true,
              restartCount: 0,
              state: { running: { startedAt: ago(age) } },
              lastState: {},
              ...illness.containerStatus,
            },
          ],
          ...illness.status,
        },
      }),
    ),
  ];
}

/** An event about an object. */
export function event(
  about: Served,
  reason: string,
  message: string,
  fields: Fields = {},
): Served {
  return object('Event', `${about.metadata.name}.${reason}`, {
    type: 'Warning',
    reason,
    message,
    count: 3,
    lastTimestamp: ago(20),
    involvedObject: {
      kind: about.kind,
      name: about.metadata.name,
      uid: about.metadata.uid,
    },
    ...fields,
  });
}

/** A Service in front of an app. */
export function service(spec: Fields = {}, name = 'app'): Served {
  return object('Service', name, {
    spec: {
      selector: LABELS(name),
      ports: [{ port: 80, targetPort: 'http', protocol: 'TCP' }],
      ...spec,
    },
  });
}

/** Any other object. */
export const other = object;

/** The thing that Git says there is. */
export function thing(fields: Partial<Deployed> = {}): Deployed {
  const name = fields.name ?? 'app';
  const workload: Workload = {
    kind: 'Deployment',
    name,
    replicas: 1,
    containers: [
      {
        name: 'app',
        image: CONTAINER.image,
        requests: { cpu: 0.5, memory: 1000 * 2 ** 20 },
        limits: { cpu: 0.5, memory: 1000 * 2 ** 20 },
      },
    ],
    file: `k8s-manifests/apps/${NAMESPACE}/${name}/deployment.yaml`,
  };
  return {
    role: 'application',
    name,
    instance: name,
    title: 'Newsletter',
    environment: NAMESPACE,
    team: 'shop',
    access: 'team',
    hosts: [],
    uses: [],
    workloads: [workload],
    volumes: [],
    secrets: [],
    path: `k8s-manifests/apps/${NAMESPACE}/${name}`,
    ...fields,
  };
}

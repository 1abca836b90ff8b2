import { diagnosed, type Surroundings } from './testing/diagnosed';
import {
  ago,
  app,
  CONTAINER,
  event,
  NAMESPACE,
  other,
  service,
  thing,
  type Served,
} from './testing/objects';

const MI = 2 ** 20;

const OOM = {
  reason: 'OOMKilled',
  exitCode: 137,
  startedAt: ago(90),
  finishedAt: ago(60),
};
const FAILED = {
  reason: 'Error',
  exitCode: 1,
  startedAt: ago(61),
  finishedAt: ago(60),
};

const looping = (terminated: object, container = {}) =>
  app({
    container,
    containerStatus: {
      ready: false,
      restartCount: 5,
      state: {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: 'back-off 2m40s restarting failed container=app',
        },
      },
      lastState: { terminated },
    },
  });

const waiting = (reason: string, message: string) =>
  app({
    status: { phase: 'Pending' },
    containerStatus: {
      ready: false,
      started: false,
      state: { waiting: { reason, message } },
    },
  });

const unscheduled = (message: string, podSpec = {}) =>
  app({
    podSpec: { nodeName: undefined, ...podSpec },
    status: {
      phase: 'Pending',
      containerStatuses: undefined,
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message,
        },
      ],
    },
  });

const refused = (message: string) => {
  const objects = app({ pods: 0, deployment: { status: { replicas: 0 } } });
  return [...objects, event(objects[1], 'FailedCreate', message)];
};

const probed = (
  probe: string,
  message: string,
  container = {},
  status: object = {},
): Served[] => {
  const objects = app({
    container,
    containerStatus: { ready: false, ...status },
  });
  return [
    ...objects,
    event(objects[2], 'Unhealthy', `${probe} probe failed: ${message}`),
  ];
};

/** Ended by the node because it did not answer. */
const restartedByProbe = (
  probe: string,
  message: string,
  container = {},
): Served[] => {
  const objects = probed(probe, message, container, {
    restartCount: 3,
    lastState: {
      terminated: {
        reason: 'Error',
        exitCode: 137,
        startedAt: ago(180),
        finishedAt: ago(30),
      },
    },
  });
  return [
    ...objects,
    event(
      objects[2],
      'Killing',
      `Container app failed ${probe.toLowerCase()} probe, will be restarted`,
      { type: 'Normal', lastTimestamp: ago(30) },
    ),
  ];
};

const mounting = (message: string) => {
  const objects = waiting('ContainerCreating', '');
  return [...objects, event(objects[2], 'FailedMount', message)];
};

const deployment = `Deployment/${NAMESPACE}/app`;

/** What is ill, the cause, the object at fault, and words of the summary. */
const CASES: Array<
  [
    string,
    Served[],
    {
      cause: string;
      target?: string;
      summary?: RegExp | string;
      fix?: object[];
    },
    Surroundings?,
  ]
> = [
  [
    'is ended for its memory again and again',
    looping(OOM),
    {
      cause: 'memory.limit-exceeded',
      target: deployment,
      summary:
        'Newsletter is running out of memory (980 Mi of its 1000 Mi limit).',
      fix: [
        {
          intent: 'resize_application',
          params: { application: 'app', memory: '2Gi' },
        },
      ],
    },
    { usage: { 'app-7d9f-0': { peakMemory: 980 * MI } } },
  ],
  [
    'was ended for its memory and runs again',
    app({
      ready: 1,
      containerStatus: {
        ready: true,
        restartCount: 1,
        lastState: { terminated: OOM },
      },
    }),
    {
      cause: 'memory.limit-exceeded',
      summary:
        /wants more than its limit of 1000 Mi\. It was ended for that 1 minute ago and runs again\.$/,
    },
    { usage: { 'app-7d9f-0': { memory: 300 * MI } } },
  ],
  [
    'stops with an error',
    looping(FAILED),
    { cause: 'crash.exit-error', summary: /exit code 1/ },
    { logs: { 'app-7d9f-0': ['Starting', 'Error: boom'] } },
  ],
  [
    'is told to start what is not there',
    looping({
      ...FAILED,
      reason: 'StartError',
      exitCode: 128,
      message:
        'failed to create containerd task: exec: "srv": executable file not found in $PATH: unknown',
    }),
    { cause: 'crash.command-not-found' },
  ],
  [
    'cannot run its program',
    waiting(
      'RunContainerError',
      'failed to create containerd task: exec: "/srv": permission denied: unknown',
    ),
    { cause: 'crash.permission' },
  ],
  [
    'has an image for another processor',
    looping(FAILED),
    { cause: 'image.wrong-platform' },
    { logs: { 'app-7d9f-0': ['exec /srv: exec format error'] } },
  ],
  [
    'has a first step that fails',
    app({
      podSpec: { initContainers: [{ name: 'migrate', image: 'x:1' }] },
      status: {
        phase: 'Pending',
        initContainerStatuses: [
          {
            name: 'migrate',
            ready: false,
            restartCount: 4,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: FAILED },
          },
        ],
        containerStatuses: [
          {
            name: 'app',
            ready: false,
            state: { waiting: { reason: 'PodInitializing' } },
          },
        ],
      },
    }),
    { cause: 'crash.init-container', summary: /"migrate"/ },
    { logs: { 'app-7d9f-0': ['relation "users" already exists'] } },
  ],
  [
    'lacks a file',
    looping(FAILED),
    { cause: 'crash.missing-file' },
    {
      logs: {
        'app-7d9f-0': ["Error: ENOENT: no such file or directory, open 'a'"],
      },
    },
  ],
  [
    'lacks a setting',
    looping(FAILED),
    {
      cause: 'config.env-wrong',
      summary: /its setting DATABASE_URL is missing or wrong/,
    },
    {
      logs: {
        'app-7d9f-0': [
          'Reading configuration',
          'Error: required setting DATABASE_URL is missing',
          'Shutting down',
        ],
      },
    },
  ],
  [
    'is refused by its database',
    looping(FAILED),
    { cause: 'dependency.bad-credentials' },
    {
      logs: {
        'app-7d9f-0': ['FATAL: password authentication failed for user "shop"'],
      },
    },
  ],
  [
    'has a full disk',
    looping(FAILED),
    { cause: 'storage.full' },
    { logs: { 'app-7d9f-0': ['write /data/x: no space left on device'] } },
  ],
  [
    'has an image that is not there',
    waiting(
      'ImagePullBackOff',
      'Back-off pulling image "x:2": ErrImagePull: rpc error: code = NotFound desc = failed to resolve reference "x:2": x:2: not found',
    ),
    { cause: 'image.not-found', target: deployment },
  ],
  [
    'may not fetch its image',
    waiting(
      'ErrImagePull',
      'failed to authorize: failed to fetch oauth token: 401 Unauthorized',
    ),
    { cause: 'image.unauthorized' },
  ],
  [
    'cannot reach the registry, which only an event tells',
    (() => {
      const objects = waiting(
        'ImagePullBackOff',
        `Back-off pulling image "${CONTAINER.image}"`,
      );
      return [
        ...objects,
        event(
          objects[2],
          'Failed',
          `Failed to pull image "${CONTAINER.image}": dial tcp: lookup registry.corp.example.com: no such host`,
        ),
      ];
    })(),
    { cause: 'image.registry-unreachable' },
  ],
  [
    'has an image of no valid name',
    waiting('InvalidImageName', 'couldn\'t parse image name "X:Y:Z"'),
    { cause: 'image.invalid-name' },
  ],
  [
    'lacks a Secret',
    waiting('CreateContainerConfigError', 'secret "shop-db" not found'),
    { cause: 'config.secret-missing', target: `Secret/${NAMESPACE}/shop-db` },
  ],
  [
    'lacks a ConfigMap',
    waiting('CreateContainerConfigError', 'configmap "settings" not found'),
    {
      cause: 'config.configmap-missing',
      target: `ConfigMap/${NAMESPACE}/settings`,
    },
  ],
  [
    'lacks a key',
    waiting(
      'CreateContainerConfigError',
      `couldn't find key url in Secret ${NAMESPACE}/shop-db`,
    ),
    { cause: 'config.key-missing', summary: /no entry "url"/ },
  ],
  [
    'lacks a ConfigMap of a volume',
    mounting(
      'MountVolume.SetUp failed for volume "c" : configmap "c" not found',
    ),
    { cause: 'config.configmap-missing' },
  ],
  [
    'gets a volume that cannot be attached',
    mounting('Unable to attach or mount volumes: timed out'),
    { cause: 'mount.failed' },
  ],
  [
    'is too much for the quota on processors',
    refused(
      'pods "app-x" is forbidden: exceeded quota: environment, requested: limits.cpu=2,requests.memory=1Gi, used: limits.cpu=3,requests.memory=1Gi, limited: limits.cpu=4,requests.memory=8Gi',
    ),
    {
      cause: 'quota.cpu',
      target: `ResourceQuota/${NAMESPACE}/environment`,
      summary: /processor time \(3 of 4 is taken\)/,
    },
  ],
  [
    'is too much for the quota on memory',
    refused(
      'pods "app-x" is forbidden: exceeded quota: environment, requested: limits.memory=2Gi, used: limits.memory=7Gi, limited: limits.memory=8Gi',
    ),
    { cause: 'quota.memory' },
  ],
  [
    'is one pod too many',
    refused(
      'pods "app-x" is forbidden: exceeded quota: q, requested: pods=1, used: pods=10, limited: pods=10',
    ),
    { cause: 'quota.pods' },
  ],
  [
    'does not say what it needs',
    refused(
      'pods "app-x" is forbidden: failed quota: environment: must specify limits.cpu for: app',
    ),
    { cause: 'quota.limits-required' },
  ],
  [
    'asks for more than one container may have',
    [
      ...refused(
        'pods "app-x" is forbidden: maximum memory usage per Container is 2Gi, but limit is 4Gi',
      ),
      other('LimitRange', 'defaults', {
        spec: { limits: [{ type: 'Container', max: { memory: '2Gi' } }] },
      }),
    ],
    {
      cause: 'quota.memory',
      target: `LimitRange/${NAMESPACE}/defaults`,
      summary: /asks for 4Gi of memory, and its environment allows at most 2Gi/,
    },
  ],
  [
    'runs as nobody',
    refused(
      'pods "app-x" is forbidden: error looking up service account shop-prod/robot: serviceaccount "robot" not found',
    ),
    { cause: 'admission.service-account-missing' },
  ],
  [
    'wants rights that nobody has',
    refused(
      'pods "app-x" is forbidden: violates PodSecurity "restricted:latest": privileged',
    ),
    { cause: 'admission.pod-security' },
  ],
  [
    'is asked at a port where nothing listens',
    probed(
      'Readiness',
      'Get "http://10.1.2.3:9090/": dial tcp 10.1.2.3:9090: connect: connection refused',
      {
        readinessProbe: { httpGet: { path: '/', port: 9090 } },
      },
    ),
    { cause: 'probe.readiness-port' },
  ],
  [
    'is asked for a page that it has not',
    restartedByProbe('Liveness', 'HTTP probe failed with statuscode: 404'),
    { cause: 'probe.liveness-path' },
  ],
  [
    'is asked in another protocol',
    probed(
      'Readiness',
      'Get "https://10.1.2.3:8080/": http: server gave HTTP response to HTTPS client',
    ),
    { cause: 'probe.readiness-protocol' },
  ],
  [
    'is not given the time to answer',
    restartedByProbe(
      'Liveness',
      'Get "http://10.1.2.3:8080/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ),
    { cause: 'probe.liveness-timing' },
  ],
  [
    'is not given the time to start',
    restartedByProbe('Startup', 'HTTP probe failed with statuscode: 404', {
      startupProbe: { httpGet: { path: '/up', port: 'http' } },
    }),
    { cause: 'probe.startup-path' },
  ],
  [
    'says itself that it is not well',
    probed('Readiness', 'HTTP probe failed with statuscode: 503'),
    { cause: 'app.error-logs', summary: /error 503/ },
    { logs: { 'app-7d9f-0': ['Listening', 'error: queue is gone'] } },
  ],
  [
    'has all of its copies busy',
    app({ replicas: 2, ready: 2 }),
    {
      cause: 'performance.cpu-saturated',
      summary: /its 2 copies use 96 % .* \(480m of 500m\)/,
      fix: [
        {
          intent: 'scale_application',
          params: { application: 'app', replicas: 4 },
        },
        {
          intent: 'resize_application',
          params: { application: 'app', cpu: '1' },
        },
      ],
    },
    {
      thing: {
        workloads: [{ ...thing().workloads[0], replicas: 2 }],
      },
      usage: { 'app-7d9f-0': { cpu: 0.48 }, 'app-7d9f-1': { cpu: 0.48 } },
    },
  ],
  [
    'has one of its copies at its limit',
    app({ replicas: 2, ready: 2 }),
    { cause: 'performance.cpu-throttled' },
    { usage: { 'app-7d9f-0': { cpu: 0.5 }, 'app-7d9f-1': { cpu: 0.1 } } },
  ],
  [
    'has almost no memory left',
    app({ ready: 1 }),
    {
      cause: 'performance.memory-high',
      summary: /950 Mi of its 1000 Mi/,
      fix: [
        {
          intent: 'resize_application',
          params: { application: 'app', memory: '2Gi' },
        },
      ],
    },
    { usage: { 'app-7d9f-0': { memory: 950 * MI } } },
  ],
  [
    'asks for more processors than are free',
    unscheduled(
      '0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
    ),
    { cause: 'schedule.cpu' },
  ],
  [
    'asks for more memory than is free',
    unscheduled('0/1 nodes are available: 1 Insufficient memory.'),
    { cause: 'schedule.memory' },
  ],
  [
    'asks for a kind of machine that there is not',
    unscheduled(
      "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.",
      { nodeSelector: { disk: 'ssd' } },
    ),
    { cause: 'schedule.node-selector' },
  ],
  [
    'finds all machines reserved',
    unscheduled(
      '0/3 nodes are available: 3 node(s) had untolerated taint {dedicated: gpu}.',
    ),
    { cause: 'schedule.taint' },
  ],
  [
    'has an address that leads to no copy',
    [
      ...app({ ready: 1 }),
      service({ selector: { 'app.kubernetes.io/name': 'ap' } }),
    ],
    { cause: 'service.selector', target: `Service/${NAMESPACE}/app` },
  ],
  [
    'has an address that leads to the wrong port',
    [
      ...app({ ready: 1 }),
      service({ ports: [{ port: 80, targetPort: 3000 }] }),
    ],
    { cause: 'service.port', target: `Service/${NAMESPACE}/app` },
  ],
  [
    'has an address that names a port that is not there',
    [
      ...app({ ready: 1 }),
      service({ ports: [{ port: 80, targetPort: 'web' }] }),
    ],
    { cause: 'service.port' },
  ],
  [
    'has a volume of a kind that there is not',
    (() => {
      const claim = other('PersistentVolumeClaim', 'data', {
        spec: { storageClassName: 'fast' },
        status: { phase: 'Pending' },
      });
      return [
        ...unscheduled(
          '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
          {
            volumes: [
              { name: 'd', persistentVolumeClaim: { claimName: 'data' } },
            ],
          },
        ),
        claim,
        event(
          claim,
          'ProvisioningFailed',
          'storageclass.storage.k8s.io "fast" not found',
        ),
      ];
    })(),
    {
      cause: 'storage.class-missing',
      target: `PersistentVolumeClaim/${NAMESPACE}/data`,
    },
  ],
  [
    'asks for a volume that is not there',
    unscheduled(
      '0/3 nodes are available: persistentvolumeclaim "data" not found.',
      {
        volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }],
      },
    ),
    { cause: 'mount.failed', summary: /the volume "data"/ },
  ],
  [
    'runs on a machine that is down',
    [
      ...app(),
      other('Node', 'worker-1', {
        metadata: { namespace: undefined },
        status: {
          conditions: [
            { type: 'EtcdIsVoter', status: 'True', reason: 'MemberNotLearner' },
            {
              type: 'Ready',
              status: 'Unknown',
              reason: 'NodeStatusUnknown',
              message: 'Kubelet stopped posting node status.',
            },
          ],
        },
      }),
    ],
    { cause: 'node.not-ready', target: 'Node//worker-1' },
  ],
  [
    'has an address on the web that leads to nothing',
    [
      ...app({ ready: 1 }),
      service(),
      other('Ingress', 'app', {
        spec: {
          rules: [
            {
              host: 'news.corp.example.com',
              http: {
                paths: [
                  {
                    backend: { service: { name: 'app', port: { number: 81 } } },
                  },
                ],
              },
            },
          ],
        },
      }),
    ],
    {
      cause: 'ingress.backend-missing',
      summary: /news\.corp\.example\.com.*\(app:81\)/,
    },
    { thing: { hosts: ['news.corp.example.com'] } },
  ],
  [
    'does not get its newest version out',
    app({
      deployment: {
        status: {
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
              message: 'ReplicaSet "app-7d9f" has timed out progressing.',
            },
          ],
        },
      },
    }),
    { cause: 'rollout.stuck' },
  ],
  [
    'is paused with its old version',
    app({
      ready: 1,
      deployment: { spec: { paused: true }, status: { updatedReplicas: 0 } },
    }),
    { cause: 'rollout.paused' },
  ],
  [
    'is switched off',
    app({ replicas: 0 }),
    {
      cause: 'scaled.to-zero',
      fix: [
        {
          intent: 'scale_application',
          params: { application: 'app', replicas: 1 },
        },
      ],
    },
    { thing: { workloads: [{ ...thing().workloads[0], replicas: 0 }] } },
  ],
  [
    'was not let into the cluster',
    [
      ...app({ ready: 1 }),
      other('Application', 'env-shop-prod', {
        spec: { source: { path: `k8s-manifests/apps/${NAMESPACE}` } },
        status: {
          sync: { status: 'OutOfSync' },
          health: { status: 'Healthy' },
          operationState: {
            phase: 'Failed',
            syncResult: {
              resources: [
                {
                  kind: 'Deployment',
                  namespace: NAMESPACE,
                  name: 'app',
                  status: 'SyncFailed',
                  message: 'Deployment.apps "app" is invalid: spec.selector',
                },
              ],
            },
          },
        },
      }),
    ],
    { cause: 'gitops.sync-failed' },
  ],
  [
    'waits for somebody to bring it from Git',
    [
      ...app({ ready: 1 }),
      other('Application', 'env-shop-prod', {
        spec: { source: { path: `k8s-manifests/apps/${NAMESPACE}` } },
        status: {
          sync: { status: 'OutOfSync' },
          health: { status: 'Healthy' },
          resources: [{ kind: 'Deployment', name: 'app', status: 'OutOfSync' }],
        },
      }),
    ],
    { cause: 'gitops.out-of-sync', summary: /somebody has to start that/ },
  ],
  ['is only in Git', [], { cause: 'not-found', target: deployment }],
];

describe('An app that', () => {
  // Rows are all of a length, since what is missing would be jest's callback.
  const rows = CASES.map(([name, objects, expected, around]) => ({
    name,
    objects,
    expected,
    around,
  }));
  it.each(rows)('$name', async ({ objects, expected, around }) => {
    const [first] = await diagnosed(objects, around);
    const { summary = first.summary, ...rest } = expected;
    expect(first).toMatchObject({ affects: 'app', ...rest });
    expect(first.summary).toMatch(summary);
    expect(first.summary).toMatch(/^.{20,240}\.$/);
    expect(first.evidence.length).toBeGreaterThan(0);
    expect((first.fix ?? []).length > 0 || first.ask !== undefined).toBe(true);
    expect(JSON.stringify(first)).not.toContain('not to be kept');
  });
});

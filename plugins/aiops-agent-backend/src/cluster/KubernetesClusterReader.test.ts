import { mockServices } from '@backstage/backend-test-utils';
import type {
  Deployed,
  Environment,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Clock } from './clock';
import { readClusterConnection } from './clusterConfig';
import { WATCHED_KINDS } from './kinds';
import { HttpKubeApi } from './KubeApi';
import { KubernetesClusterReader } from './KubernetesClusterReader';
import type { Fields, KubeObject } from './objects';
import { ApiServer } from './__testUtils__/apiServer';

const PODS = '/api/v1/pods';
const DEPLOYMENTS = '/apis/apps/v1/deployments';
const REPLICA_SETS = '/apis/apps/v1/replicasets';
const APPLICATIONS = '/apis/argoproj.io/v1alpha1/applications';
const METRICS = '/apis/metrics.k8s.io/v1beta1/pods';

/** Real time, but ten times as fast, and pauses are never long. */
const quick: Clock = {
  now: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms / 10, ms > 60_000 ? 60_000 : 50));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

const BLOG: Deployed = {
  role: 'application',
  name: 'blog',
  instance: 'blog',
  environment: 'marketing-dev',
  team: 'marketing',
  access: 'team',
  hosts: [],
  uses: [],
  workloads: [
    {
      kind: 'Deployment',
      name: 'blog',
      replicas: 2,
      containers: [],
      file: 'x.yaml',
    },
  ],
  volumes: [],
  secrets: [],
  path: 'k8s-manifests/apps/marketing-dev/blog',
};

const DEV: Environment = {
  name: 'marketing-dev',
  team: 'marketing',
  tier: 'dev',
  path: 'k8s-manifests/platform/environments/marketing-dev',
};

function object(
  name: string,
  fields: { spec?: Fields; status?: Fields; owner?: string } & Fields = {},
): KubeObject {
  const { owner, ...rest } = fields;
  return {
    ...rest,
    metadata: {
      name,
      namespace: 'marketing-dev',
      uid: `uid-${name}`,
      generation: 2,
      creationTimestamp: '2026-11-24T10:00:00Z',
      ownerReferences: owner
        ? [{ kind: 'X', name: owner, uid: `uid-${owner}` }]
        : undefined,
    },
  };
}

const deployment = (ready: number) =>
  object('blog', {
    spec: { replicas: 2, template: { spec: { containers: ['large'] } } },
    status: {
      observedGeneration: 2,
      replicas: 2,
      updatedReplicas: 2,
      availableReplicas: ready,
    },
  });

const pod = (name: string, container: Fields = {}) =>
  object(name, {
    owner: 'blog-7d9',
    spec: { volumes: ['large'], containers: [{ env: ['large'] }] },
    status: {
      phase: 'Running',
      containerStatuses: [
        { name: 'web', ready: true, restartCount: 0, ...container },
      ],
    },
  });

describe('KubernetesClusterReader', () => {
  let server: ApiServer;
  let reader: KubernetesClusterReader;
  let changes: number;

  const until = async (condition: () => boolean) => {
    for (let i = 0; i < 1000 && !condition(); i++) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(condition()).toBe(true);
  };

  beforeEach(async () => {
    server = new ApiServer();
    server.serve(
      ...WATCHED_KINDS.filter(({ kind }) => kind !== 'ExternalSecret').map(
        ({ path }) => path,
      ),
    );
    await server.start();
    const connection = readClusterConnection(
      mockServices.rootConfig({
        data: {
          aiopsAgent: { cluster: 'here' },
          kubernetes: {
            clusterLocatorMethods: [
              { type: 'catalog' },
              {
                type: 'config',
                clusters: [
                  { name: 'other', url: 'https://other' },
                  {
                    name: 'here',
                    url: server.url,
                    serviceAccountToken: server.token,
                  },
                ],
              },
            ],
          },
        },
      }),
    );
    reader = new KubernetesClusterReader({
      api: new HttpKubeApi(connection),
      logger: mockServices.logger.mock(),
      argocdNamespace: 'argocd',
      clock: quick,
      random: () => 0.5,
    });
    changes = 0;
    reader.onChange(() => changes++);
  });
  afterEach(async () => {
    await reader.stop();
    await server.stop();
  });

  it('says in plain words how things are, from lists and watches, without asking again', async () => {
    expect(reader.ready()).toBe(false);
    expect(() => reader.status(BLOG)).toThrow('The cluster is not answering');
    server.serve(METRICS);
    server.set('/api/v1/namespaces', { metadata: { name: 'marketing-dev' } });
    server.set(DEPLOYMENTS, deployment(2));
    server.set(REPLICA_SETS, object('blog-7d9', { owner: 'blog' }));
    for (const name of ['a', 'b', 'c']) {
      server.set(PODS, pod(name));
      server.set(METRICS, {
        ...object(name),
        containers: [{ usage: { cpu: '250m', memory: '64Mi' } }],
      });
    }
    reader.start();
    await until(() => reader.ready());
    await until(() => reader.status(BLOG).usage !== undefined);
    expect(reader.status(BLOG)).toEqual({
      health: 'healthy',
      sentence: 'It is running: 2 of 2 copies answer.',
      ready: 2,
      desired: 2,
      restarts: 0,
      problems: [],
      usage: { cpu: 0.75, memory: 3 * 64 * 2 ** 20 },
      deployedAt: '2026-11-24T10:00:00Z',
      delivery: undefined,
    });
    const ask = {
      kind: 'Deployment',
      namespace: 'marketing-dev',
      name: 'blog',
    };
    expect(reader.isReady(ask)).toEqual({ ready: true, exists: true });
    expect(reader.isReady({ ...ask, name: 'wiki' })).toEqual({
      ready: false,
      exists: false,
      detail: 'not there yet',
    });

    const before = changes;
    server.set(DEPLOYMENTS, deployment(1));
    server.set(
      PODS,
      pod('a', {
        ready: false,
        restartCount: 4,
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
      }),
    );
    server.delete(PODS, 'marketing-dev', 'c');
    await until(() => reader.status(BLOG).restarts === 4);
    await until(() => changes > before);
    expect(reader.status(BLOG)).toMatchObject({
      health: 'degraded',
      sentence:
        'It is in trouble: 1 of 2 copies answer, because it ran out of memory.',
      problems: ['pod/a (web): OOMKilled'],
    });
    expect(reader.isReady(ask)).toEqual({
      ready: false,
      exists: true,
      detail: 'it ran out of memory',
    });
    expect(reader.environmentStatus(DEV, [BLOG])).toMatchObject({
      health: 'degraded',
      sentence: 'Something in it is in trouble: 0 of 1 things are well.',
    });

    // Never made at all, which only an event about the ReplicaSet tells.
    server.delete(PODS, 'marketing-dev', 'a');
    server.delete(PODS, 'marketing-dev', 'b');
    server.set(DEPLOYMENTS, deployment(0));
    server.set('/api/v1/events', {
      ...object('e1'),
      type: 'Warning',
      reason: 'FailedCreate',
      message: 'pods "blog" is forbidden: exceeded quota: environment',
      involvedObject: {
        kind: 'ReplicaSet',
        name: 'blog-7d9',
        uid: 'uid-blog-7d9',
      },
    });
    await until(() => reader.status(BLOG).problems[0]?.includes('quota'));
    expect(reader.status(BLOG).sentence).toBe(
      "It is in trouble: 0 of 2 copies answer, because the environment's limits leave no room for it.",
    );
    expect(
      server.requests.filter(request => request.includes('/secrets')),
    ).toEqual([]);
  });

  it('calls no rollout a start that Kubernetes has given up on', async () => {
    const late = deployment(1);
    server.set(REPLICA_SETS, object('blog-7d9', { owner: 'blog' }));
    server.set(PODS, pod('a', { ready: false }));
    server.set(DEPLOYMENTS, {
      ...late,
      status: {
        ...late.status,
        conditions: [
          {
            type: 'Progressing',
            status: 'False',
            reason: 'ProgressDeadlineExceeded',
            message: 'ReplicaSet "blog-7d9" has timed out progressing.',
          },
        ],
      },
    });
    reader.start();
    await until(() => reader.ready());
    expect(reader.status(BLOG)).toMatchObject({
      health: 'degraded',
      sentence:
        'It is in trouble: 1 of 2 copies answer, because its newest version does not get ready.',
      problems: [
        'deployment/blog: ReplicaSet "blog-7d9" has timed out progressing.',
      ],
    });
  });

  it('goes on where it was after the cluster was away, and lists anew what was forgotten', async () => {
    server.set(DEPLOYMENTS, deployment(2));
    reader.start();
    await until(() => reader.ready());
    const lists = () =>
      server.requests.filter(r => r.startsWith(`GET ${DEPLOYMENTS}?limit`));
    expect(lists()).toHaveLength(1);

    await server.stop();
    await until(() => changes > 0);
    server.set(DEPLOYMENTS, deployment(1));
    await server.start();
    await until(() => reader.status(BLOG).ready === 1);
    expect(lists()).toHaveLength(1);

    await server.stop();
    server.delete(DEPLOYMENTS, 'marketing-dev', 'blog');
    server.forget();
    await server.start();
    await until(() => reader.status(BLOG).health === 'missing');
    expect(lists()).toHaveLength(2);
  });

  it('is not ready while the cluster stays away, and says so', async () => {
    let skew = 0;
    jest
      .spyOn(quick, 'now')
      .mockImplementation(() => new Date(Date.now() + skew));
    reader.start();
    await until(() => reader.ready());
    await server.stop();
    await until(() => {
      skew += 1000;
      return !reader.ready();
    });
    expect(() => reader.deliveries([BLOG.path])).toThrow(
      'Nothing was changed; try again in a minute.',
    );
    await server.start();
    await until(() => reader.ready());
  });

  it('knows who delivers a folder, and asks just them to look at Git', async () => {
    const application = (name: string, spec: Fields, status: Fields) => ({
      ...object(name, { spec, status }),
      metadata: { ...object(name).metadata, namespace: 'argocd' },
    });
    server.set(
      APPLICATIONS,
      application('apps', { source: { path: './k8s-manifests/apps/' } }, {}),
    );
    server.set(
      APPLICATIONS,
      application(
        'marketing-dev',
        {
          sources: [
            { repoURL: 'https://charts', chart: 'x' },
            { path: 'k8s-manifests/apps/marketing-dev' },
          ],
        },
        {
          sync: { status: 'OutOfSync', revisions: ['1.2.3', 'abc'] },
          health: { status: 'Degraded', message: 'Deployment has trouble' },
          operationState: { phase: 'Failed', message: 'one failed' },
          conditions: [
            { type: 'ComparisonError', message: 'bad yaml' },
            { type: 'SharedResourceWarning', message: 'shared' },
          ],
          history: ['long'],
          resources: [
            { kind: 'Service', name: 'blog', status: 'Synced' },
            { kind: 'Deployment', name: 'blog', status: 'OutOfSync' },
          ],
        },
      ),
    );
    reader.start();
    await until(() => reader.ready());
    expect(reader.deliveries([BLOG.path])).toEqual([
      {
        name: 'marketing-dev',
        namespace: 'argocd',
        attempted: [],
        sync: 'OutOfSync',
        health: 'Degraded',
        revisions: ['1.2.3', 'abc'],
        automatic: false,
        operation: 'Failed',
        message: 'Deployment has trouble',
        errors: ['ComparisonError: bad yaml'],
        outOfSync: [{ kind: 'Deployment', name: 'blog', status: 'OutOfSync' }],
        failed: [],
      },
    ]);
    expect(reader.deliveries(['k8s-manifests/platform'])).toEqual([]);

    await reader.requestSync([BLOG.path]);
    expect(server.patches).toEqual([
      {
        path: '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/marketing-dev',
        type: 'application/merge-patch+json',
        body: {
          metadata: {
            annotations: { 'argocd.argoproj.io/refresh': 'normal' },
          },
        },
      },
    ]);
    // A folder that nobody delivers yet: the generators are asked.
    const sets = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applicationsets';
    await reader.requestSync(['k8s-manifests/platform']);
    server.serve(sets);
    server.set(sets, object('environments'));
    await reader.requestSync(['k8s-manifests/platform']);
    expect(server.patches.slice(1).map(({ path }) => path)).toEqual([
      `${sets}/environments`,
    ]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKubernetesSandbox,
  manualClock,
  type ClusterApi,
  type KubeObject,
  type KubernetesSandbox,
  type ManualClock,
} from '.';

const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, error?: Error) => {
    throw new Error(message, { cause: error });
  },
};

describe('the cluster, with its clock in our hands', () => {
  let clock: ManualClock;
  let sandbox: KubernetesSandbox;
  let api: ClusterApi;
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));

  const open = async (stateFile?: string) => {
    sandbox = await createKubernetesSandbox({
      port: 0,
      clock,
      users: [],
      stateFile,
      nodes: [{ name: 'node-1', cpu: 4, memoryGi: 8 }],
      logger,
    });
    api = sandbox.api;
    await sandbox.start();
  };
  beforeEach(async () => {
    clock = manualClock();
    await open();
    api.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop' },
    });
  });
  afterEach(() => sandbox.stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  const workload = (
    kind: string,
    name: string,
    container: object = {},
    spec: object = {},
    annotations: Record<string, string> = {},
  ): KubeObject => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name }, annotations },
        spec: { containers: [{ name: 'main', image: 'shop:1', ...container }] },
      },
      ...spec,
    },
  });
  const get = (apiVersion: string, kind: string, name: string) =>
    api.get({ apiVersion, kind, namespace: 'shop', name });
  const pods = (app?: string) =>
    api.list('v1', 'Pod', {
      namespace: 'shop',
      labelSelector: app && `app=${app}`,
    });
  const warnings = (name: RegExp) =>
    api
      .list('v1', 'Event', { namespace: 'shop' })
      .filter(
        one => one.type === 'Warning' && name.test(one.involvedObject.name),
      )
      .map(one => `${one.reason}: ${one.message}`);
  const state = (pod: KubeObject) => pod.status.containerStatuses[0].state;

  it('brings a small app to life within two seconds', () => {
    api.create(
      workload('Deployment', 'web', {
        readinessProbe: { httpGet: { port: 80 } },
      }),
    );
    api.create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
    });
    clock.advance(2_000);

    expect(get('apps/v1', 'Deployment', 'web')!.status).toMatchObject({
      observedGeneration: 1,
      readyReplicas: 1,
      conditions: [
        { type: 'Available', status: 'True' },
        { type: 'Progressing', reason: 'NewReplicaSetAvailable' },
      ],
    });
    const [pod] = pods();
    expect(get('v1', 'Endpoints', 'web')!.subsets).toMatchObject([
      { addresses: [{ ip: pod.status.podIP }], ports: [{ port: 80 }] },
    ]);
  });

  it('never has fewer pods than a rolling update promises, and keeps the way back', () => {
    api.create(workload('Deployment', 'web', {}, { replicas: 4 }));
    clock.advance(2_000);
    let fewest = 4;
    const stop = api.onEvent(() => {
      const ready = pods('web').filter(
        pod =>
          !pod.metadata.deletionTimestamp &&
          pod.status.conditions?.some(
            (one: any) => one.type === 'Ready' && one.status === 'True',
          ),
      ).length;
      fewest = Math.min(fewest, ready);
    });
    api.apply(workload('Deployment', 'web', { image: 'shop:2' }), 'test');
    clock.advance(10_000);
    stop();

    expect(fewest).toBe(3);
    expect(pods('web').map(pod => pod.spec.containers[0].image)).toEqual(
      Array(4).fill('shop:2'),
    );
    expect(
      api
        .list('apps/v1', 'ReplicaSet', { namespace: 'shop' })
        .map(set => [
          set.metadata.annotations!['deployment.kubernetes.io/revision'],
          set.spec.replicas,
        ])
        .sort(),
    ).toEqual([
      ['1', 0],
      ['2', 4],
    ]);
  });

  it('says that a rollout is stuck once its deadline has passed', () => {
    api.create(
      workload(
        'Deployment',
        'web',
        { image: 'nginx:does-not-exist' },
        { progressDeadlineSeconds: 60 },
      ),
    );
    clock.advance(59_000);
    const progressing = () =>
      get('apps/v1', 'Deployment', 'web')!.status.conditions.find(
        (one: any) => one.type === 'Progressing',
      );
    expect(progressing().status).toBe('True');
    clock.advance(3_000);
    expect(progressing()).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
    });
  });

  it('lets pods wait for their Secret and goes on when it comes', () => {
    api.create(
      workload('Deployment', 'web', {
        envFrom: [{ secretRef: { name: 'keys' } }],
      }),
    );
    clock.advance(1_000);
    expect(state(pods()[0])).toEqual({
      waiting: {
        reason: 'CreateContainerConfigError',
        message: 'secret "keys" not found',
      },
    });
    api.create({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'keys', namespace: 'shop' },
      stringData: { A: 'b' },
    });
    clock.advance(1_000);
    expect(state(pods()[0])).toHaveProperty('running');
  });

  it('fails as real pods do: out of memory, crashing, without an image, not ready', () => {
    const fault = (name: string, container: object = {}) =>
      api.create(
        workload(
          'Deployment',
          name,
          container,
          {},
          {
            'sandbox.aiops-portal.io/fault': name,
          },
        ),
      );
    fault('oom', { resources: { limits: { memory: '64Mi' } } });
    fault('crash');
    fault('pull');
    fault('probe', { readinessProbe: { httpGet: { port: 80 } } });
    clock.advance(9_000);

    const [oom] = pods('oom');
    expect(oom.status.containerStatuses[0]).toMatchObject({
      restartCount: 1,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
    });
    const [crash] = pods('crash');
    expect(
      crash.status.containerStatuses[0].lastState.terminated,
    ).toMatchObject({
      reason: 'Error',
      exitCode: 1,
    });
    expect(warnings(/^crash-/)[0]).toMatch(
      /^BackOff: Back-off restarting failed container main/,
    );
    expect(state(pods('pull')[0]).waiting.reason).toBe('ImagePullBackOff');
    expect(warnings(/^probe-/)).toContain(
      'Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503',
    );
    expect(
      get('apps/v1', 'Deployment', 'probe')!.status.unavailableReplicas,
    ).toBe(1);
  });

  it('ends an out-of-memory fault when the limit is what the app needs', () => {
    const needs = {
      'sandbox.aiops-portal.io/fault': 'oom',
      'sandbox.aiops-portal.io/memory-needed': '200Mi',
    };
    const limit = (memory: string) => ({ resources: { limits: { memory } } });
    api.create(workload('Deployment', 'web', limit('128Mi'), {}, needs));
    clock.advance(10_000);
    expect(pods('web')[0].status.containerStatuses[0].restartCount).toBe(1);
    api.apply(workload('Deployment', 'web', limit('256Mi'), {}, needs), 'test');
    clock.advance(60_000);
    expect(get('apps/v1', 'Deployment', 'web')!.status.readyReplicas).toBe(1);
    expect(pods('web')[0].status.containerStatuses[0].restartCount).toBe(0);
  });

  it('holds a namespace to its quota, in the words of a real cluster, and lets go when there is room', () => {
    api.create({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'compute', namespace: 'shop' },
      spec: {
        hard: { 'requests.cpu': '1', 'limits.memory': '1Gi', pods: '5' },
      },
    });
    const resources = {
      requests: { cpu: '400m' },
      limits: { memory: '128Mi' },
    };
    api.create(workload('Deployment', 'web', { resources }, { replicas: 3 }));
    api.create(workload('Deployment', 'bare'));
    clock.advance(3_000);

    expect(pods('web')).toHaveLength(2);
    expect(get('v1', 'ResourceQuota', 'compute')!.status.used).toEqual({
      'requests.cpu': '800m',
      'limits.memory': '256Mi',
      pods: '2',
    });
    expect(warnings(/^web-/)[0]).toMatch(
      /is forbidden: exceeded quota: compute, requested: requests.cpu=400m, used: requests.cpu=800m, limited: requests.cpu=1$/,
    );
    expect(warnings(/^bare-/)[0]).toMatch(
      /failed quota: compute: must specify limits.memory for: main; requests.cpu for: main$/,
    );
    expect(
      get('apps/v1', 'Deployment', 'web')!.status.conditions.map(
        (one: any) => one.type,
      ),
    ).toContain('ReplicaFailure');

    api.patch(
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        namespace: 'shop',
        name: 'compute',
      },
      { spec: { hard: { 'requests.cpu': '2' } } },
    );
    clock.advance(2_000);
    expect(get('apps/v1', 'Deployment', 'web')!.status.readyReplicas).toBe(3);
  });

  it('gives containers the defaults of a LimitRange', () => {
    api.create({
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'limits', namespace: 'shop' },
      spec: {
        limits: [
          {
            type: 'Container',
            default: { cpu: '0.5', memory: '256Mi' },
            defaultRequest: { cpu: '100m' },
            max: { memory: '512Mi' },
          },
        ],
      },
    });
    api.create(workload('Deployment', 'web'));
    clock.advance(1_000);
    expect(pods('web')[0].spec.containers[0].resources).toEqual({
      limits: { cpu: '500m', memory: '256Mi' },
      requests: { cpu: '100m', memory: '256Mi' },
    });
    api.create(
      workload('Deployment', 'fat', {
        resources: { limits: { memory: '1Gi' } },
      }),
    );
    clock.advance(1_000);
    expect(warnings(/^fat-/)[0]).toContain(
      'maximum memory usage per Container is 512Mi, but limit is 1Gi',
    );
  });

  it('leaves pods pending that no node has room for, until there is', () => {
    const big = { resources: { requests: { cpu: '3' } } };
    api.create(workload('Deployment', 'first', big));
    api.create(workload('Deployment', 'second', big));
    clock.advance(2_000);
    const pending = pods().filter(pod => pod.status.phase === 'Pending');
    expect(pending).toHaveLength(1);
    expect(warnings(/./)).toEqual([
      'FailedScheduling: 0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    ]);
    const other =
      pending[0].metadata.labels!.app === 'first' ? 'second' : 'first';
    api.patch(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: other,
      },
      { spec: { replicas: 0 } },
      'scale',
    );
    clock.advance(3_000);
    expect(pods().map(pod => pod.status.phase)).toEqual(['Running']);
  });

  it('starts a StatefulSet one after the other, each pod with a volume of its own that outlives it', () => {
    api.create(
      workload(
        'StatefulSet',
        'db',
        { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        {
          serviceName: 'db',
          replicas: 2,
          volumeClaimTemplates: [
            {
              metadata: { name: 'data' },
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
              },
            },
          ],
        },
      ),
    );
    clock.advance(400);
    expect(pods('db').map(pod => pod.metadata.name)).toEqual(['db-0']);
    clock.advance(3_000);
    expect(get('apps/v1', 'StatefulSet', 'db')!.status).toMatchObject({
      readyReplicas: 2,
      currentReplicas: 2,
    });
    const claims = () =>
      api
        .list('v1', 'PersistentVolumeClaim', { namespace: 'shop' })
        .map(claim => `${claim.metadata.name} ${claim.status.phase}`);
    expect(claims()).toEqual(['data-db-0 Bound', 'data-db-1 Bound']);

    api.delete({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      namespace: 'shop',
      name: 'db',
    });
    clock.advance(3_000);
    expect(pods('db')).toEqual([]);
    expect(claims()).toHaveLength(2);
  });

  it('runs Jobs to their end and CronJobs when it is time', () => {
    const template = {
      spec: {
        restartPolicy: 'Never',
        containers: [{ name: 'task', image: 'busybox:1' }],
      },
    };
    api.create({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'once', namespace: 'shop' },
      spec: { completions: 2, template },
    });
    api.create({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'often', namespace: 'shop' },
      spec: { schedule: '*/5 * * * *', jobTemplate: { spec: { template } } },
    });
    clock.advance(10_000);
    expect(get('batch/v1', 'Job', 'once')!.status).toMatchObject({
      succeeded: 2,
    });
    expect(
      get('batch/v1', 'Job', 'once')!.status.conditions.map(
        (one: any) => one.type,
      ),
    ).toContain('Complete');
    expect(get('batch/v1', 'CronJob', 'often')!.status).toEqual({});

    clock.advance(30 * 60_000);
    expect(
      api
        .list('batch/v1', 'Job', { namespace: 'shop' })
        .filter(job => job.metadata.name.startsWith('often-')),
    ).toHaveLength(3); // what its history keeps
  });

  it('removes with a namespace all that is in it', () => {
    api.create(workload('Deployment', 'web', {}, { replicas: 2 }));
    clock.advance(2_000);
    api.delete({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' });
    expect(() => api.create(workload('Deployment', 'late'))).toThrow(
      'unable to create new content in namespace shop because it is being terminated',
    );
    clock.advance(3_000);
    expect(
      api.get({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' }),
    ).toBeUndefined();
    expect(pods()).toEqual([]);
    expect(() => api.create(workload('Deployment', 'late'))).toThrow(
      'namespaces "shop" not found',
    );
  });

  it('goes on after a restart where it was, with the same objects', async () => {
    const file = join(folder, 'state');
    await sandbox.stop();
    await open(file);
    api.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop' },
    });
    api.create(workload('Deployment', 'web'));
    api.create(
      workload(
        'Deployment',
        'ill',
        {},
        {},
        { 'sandbox.aiops-portal.io/fault': 'crash' },
      ),
    );
    clock.advance(300);
    expect(state(pods('web')[0])).toHaveProperty('waiting');
    const before = pods('web')[0].metadata.uid;
    await sandbox.stop();

    await open(file);
    expect(pods('web')[0].metadata.uid).toBe(before);
    clock.advance(5_000);
    expect(get('apps/v1', 'Deployment', 'web')!.status.readyReplicas).toBe(1);
    await sandbox.stop();

    await open(file);
    clock.advance(60_000);
    expect(
      pods('ill')[0].status.containerStatuses[0].restartCount,
    ).toBeGreaterThan(1);
    expect(pods('web')).toHaveLength(1);
  });

  it('owns fields by who applied them, and removes what that one no longer gives', () => {
    api.apply(
      workload('Deployment', 'web', {
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      }),
      'argocd',
    );
    api.patch(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      },
      { metadata: { labels: { team: 'shop' } }, spec: { replicas: 3 } },
    );
    api.apply(
      workload('Deployment', 'web', { env: [{ name: 'B', value: '3' }] }),
      'argocd',
    );

    const { metadata, spec } = get('apps/v1', 'Deployment', 'web')!;
    expect(spec.template.spec.containers[0].env).toEqual([
      { name: 'B', value: '3' },
    ]);
    expect(spec.replicas).toBe(3);
    expect(metadata.labels).toEqual({ team: 'shop' });
  });

  it('counts repeated events and forgets old ones', () => {
    api.create(workload('Deployment', 'web'));
    clock.advance(1_000);
    const [pod] = pods();
    const event = {
      type: 'Warning' as const,
      reason: 'Odd',
      message: 'x',
      source: 'test',
    };
    api.record(pod, event);
    api.record(pod, event);
    const found = () =>
      api
        .list('v1', 'Event', { namespace: 'shop' })
        .filter(one => one.reason === 'Odd');
    expect(found().map(one => one.count)).toEqual([2]);
    clock.advance(2 * 3_600_000);
    expect(found()).toEqual([]);
  });
});

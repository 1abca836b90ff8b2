import { mockServices } from '@backstage/backend-test-utils';
import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import {
  createKubernetesSandbox,
  realClock,
  type KubernetesSandbox,
} from '@aiops-portal/sandbox';
import { diagnose } from '../diagnosis';
import { thing } from '../diagnosis/testing/objects';
import { systemClock } from './clock';
import { HttpKubeApi } from './KubeApi';
import { KubernetesClusterReader } from './KubernetesClusterReader';
import type { Fields } from './objects';

// A whole cluster starts first, and things in it take their time to fail.
jest.setTimeout(120_000);

const NAMESPACE = 'ills';
const FAULT = 'sandbox.aiops-portal.io/fault';

/** A Deployment as people write it, with one thing wrong. */
function deployment(
  name: string,
  ill: {
    annotations?: Record<string, string>;
    container?: Fields;
    podSpec?: Fields;
    spec?: Fields;
  },
) {
  const labels = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: ill.annotations },
        spec: {
          containers: [
            {
              name: 'app',
              image: 'registry.corp.example.com/shop/app:1',
              ports: [{ name: 'http', containerPort: 8080 }],
              resources: {
                requests: { cpu: '100m', memory: '64Mi' },
                limits: { cpu: '100m', memory: '64Mi' },
              },
              ...ill.container,
            },
          ],
          ...ill.podSpec,
        },
      },
      ...ill.spec,
    },
  };
}

const probe = { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 1 };

/** Workloads that are ill in the sandbox's ways, and what is to be found. */
const ILL: Record<
  string,
  { ill: Parameters<typeof deployment>[1]; cause: string; summary: RegExp }
> = {
  'out-of-memory': {
    ill: {
      annotations: { [FAULT]: 'oom' },
      container: {
        resources: {
          requests: { cpu: '100m', memory: '1000Mi' },
          limits: { cpu: '100m', memory: '1000Mi' },
        },
      },
    },
    cause: 'memory.limit-exceeded',
    summary: /running out of memory \(980 Mi of its 1000 Mi limit\)/,
  },
  crashing: {
    ill: { annotations: { [FAULT]: 'crash' } },
    cause: 'config.env-wrong',
    summary: /setting DATABASE_URL is missing/,
  },
  'without-image': {
    ill: { container: { image: 'registry.invalid/shop/app:2' } },
    cause: 'image.not-found',
    summary: /registry\.invalid\/shop\/app:2 does not exist/,
  },
  'without-settings': {
    ill: {
      container: { envFrom: [{ configMapRef: { name: 'settings' } }] },
    },
    cause: 'config.configmap-missing',
    summary: /"settings" that it needs is missing/,
  },
  'without-password': {
    ill: {
      container: {
        env: [
          {
            name: 'PASSWORD',
            valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
          },
        ],
      },
    },
    cause: 'config.secret-missing',
    summary: /"db" that it needs is missing/,
  },
  unwell: {
    ill: {
      annotations: { [FAULT]: 'probe' },
      container: { readinessProbe: probe },
    },
    cause: 'app.error-logs',
    summary: /answers its health check with error 503/,
  },
  homeless: {
    ill: { podSpec: { nodeSelector: { disk: 'ssd' } } },
    cause: 'schedule.node-selector',
    summary: /no machine is of the kind/,
  },
  huge: {
    ill: {
      container: {
        resources: {
          requests: { cpu: '500', memory: '64Mi' },
          limits: { cpu: '500', memory: '64Mi' },
        },
      },
    },
    cause: 'schedule.cpu',
    summary: /no machine has enough processor time/,
  },
  busy: {
    ill: {
      annotations: { 'sandbox.aiops-portal.io/cpu-usage': '0.95' },
    },
    cause: 'performance.cpu-saturated',
    summary: /95 % .* \(95m of 100m\)/,
  },
  off: {
    ill: { spec: { replicas: 0 } },
    cause: 'scaled.to-zero',
    summary: /switched off/,
  },
  well: { ill: {}, cause: 'healthy', summary: /nothing wrong/ },
};

describe('What is ill in a cluster', () => {
  let sandbox: KubernetesSandbox;
  let reader: KubernetesClusterReader;

  const named = (name: string, cpu = 0.1) =>
    thing({
      name,
      title: undefined,
      environment: NAMESPACE,
      path: `k8s-manifests/apps/${NAMESPACE}/${name}`,
      workloads: [
        {
          ...thing().workloads[0],
          name,
          containers: [
            {
              name: 'app',
              image: '',
              requests: { cpu },
              limits: { cpu },
            },
          ],
        },
      ],
    });
  const later = () => new Date(Date.now() + 90_000);
  const diagnosed = async (name: string): Promise<Finding> =>
    (
      await diagnose({
        thing: named(name),
        deployed: [],
        // As if asked a while later, when nothing is only just starting.
        source: { ...reader.source(), now: later },
      })
    )[0];
  const until = async (what: () => Promise<boolean>) => {
    for (let i = 0; i < 2_400 && !(await what()); i++) {
      await new Promise(done => setTimeout(done, 25));
    }
  };

  beforeAll(async () => {
    const logger = mockServices.logger.mock();
    sandbox = await createKubernetesSandbox({
      port: 0,
      clock: realClock(),
      logger,
      timing: { pullMs: 20, startMs: 10, readyMs: 20, backoffMs: 3_000 },
      users: [{ token: 'portal', name: 'portal', groups: [], role: 'reader' }],
    });
    await sandbox.start();
    sandbox.api.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    reader = new KubernetesClusterReader({
      api: new HttpKubeApi({
        name: 'sandbox',
        url: sandbox.url,
        token: 'portal',
      }),
      logger,
      argocdNamespace: 'argocd',
      clock: {
        now: systemClock.now,
        // Looks at usage come sooner, so that nobody waits for them.
        after: (ms, run) => systemClock.after(ms > 5_000 ? ms / 20 : ms, run),
      },
    });
    reader.start();
    await until(async () => reader.ready());
    for (const [name, { ill }] of Object.entries(ILL)) {
      sandbox.api.create(deployment(name, ill));
    }
  });
  afterAll(async () => {
    await reader?.stop();
    await sandbox?.stop();
  });

  it.each(Object.entries(ILL))(
    'is found: %s',
    async (name, { cause, summary }) => {
      await until(async () => {
        const finding = await diagnosed(name);
        return finding.cause === cause && summary.test(finding.summary);
      });
      const finding = await diagnosed(name);
      expect(finding).toMatchObject({ cause, affects: name });
      expect(finding.summary).toMatch(summary);
      // A sentence without evidence is an opinion.
      expect(finding.evidence.length).toBeGreaterThan(0);
    },
  );

  it('is found where no pod could be made, for want of room', async () => {
    sandbox.api.create({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'small', namespace: NAMESPACE },
      spec: { hard: { 'limits.memory': '1Gi' } },
    });
    sandbox.api.create(deployment('too-many', {}));
    await until(
      async () => (await diagnosed('too-many')).cause === 'quota.memory',
    );
    const finding = await diagnosed('too-many');
    expect(finding).toMatchObject({
      cause: 'quota.memory',
      target: `ResourceQuota/${NAMESPACE}/small`,
    });
    expect(finding.summary).toMatch(/gets only 0 of 1 copy: .* memory/);
  });

  it('tells what its containers wrote, with times and without secrets', async () => {
    const lines = await reader.logs(named('crashing'), { lines: 10 });
    expect(lines.map(({ text }) => text)).toContain(
      'Error: required setting DATABASE_URL is missing',
    );
    expect(lines[0]).toMatchObject({
      container: 'app',
      at: expect.stringMatching(/^\d{4}-/),
    });
    expect(
      await reader.logs(named('crashing'), { query: 'ReQuIrEd' }),
    ).not.toHaveLength(0);
    expect(await reader.logs(named('without-image'))).toEqual([]);
    expect(reader.measures(named('busy'))).toMatchObject({
      cpu: { used: expect.closeTo(0.095), requested: 0.1, limit: 0.1 },
      memory: { limit: 64 * 2 ** 20 },
    });
  });
});

import { manualClock } from '../kubernetes/clock';
import type { KubeObject } from '../kubernetes/types';
import { MemoryCluster } from '../testing';
import { Reconciler } from '.';

const REPO = 'https://git.corp.example.com/platform/gitops.git';
const ARGO = 'argoproj.io/v1alpha1';
const destination = { server: 'https://kubernetes.default.svc' };

const project = (name: string, more: string) => `
apiVersion: ${ARGO}
kind: AppProject
metadata: { name: ${name}, namespace: argocd }
spec:
  sourceRepos: ['${REPO}']
  destinations:
    - { server: 'https://kubernetes.default.svc', namespace: '*' }
    - { server: 'https://kubernetes.default.svc', namespace: '!kube-*' }
${more}`;
const application = (name: string, path: string, policy: string) => `
apiVersion: ${ARGO}
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  project: admin
  source: { repoURL: '${REPO}', targetRevision: main, path: ${path}, directory: { recurse: true } }
  destination: { server: 'https://kubernetes.default.svc' }
  syncPolicy: ${policy}
`;
const ALL = "  clusterResourceWhitelist: [{ group: '*', kind: '*' }]\n";
const AUTOMATIC = '{ automated: { prune: true, selfHeal: true } }';
const namespace = (name: string, tier: string) => `
apiVersion: v1
kind: Namespace
metadata: { name: ${name}, annotations: { aiops-portal.io/tier: ${tier} } }
`;
const deployment = (name: string, replicas: number, wave = 0) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, annotations: { argocd.argoproj.io/sync-wave: '${wave}' } }
spec:
  replicas: ${replicas}
  template: { spec: { containers: [{ name: web, image: 'web:${replicas}' }] } }
`;
const SET = `
apiVersion: ${ARGO}
kind: ApplicationSet
metadata: { name: environments, namespace: argocd }
spec:
  goTemplate: true
  generators:
    - matrix:
        generators:
          - git: { repoURL: '${REPO}', directories: [{ path: k8s-manifests/apps/* }] }
          - git:
              repoURL: '${REPO}'
              pathParamPrefix: environment
              files: [{ path: 'k8s-manifests/platform/{{.path.basename}}.yaml' }]
  template:
    metadata: { name: 'env-{{.path.basename}}' }
    spec:
      project: teams
      source: { repoURL: '${REPO}', targetRevision: main, path: '{{.path.path}}', directory: { recurse: true } }
      destination: { server: 'https://kubernetes.default.svc', namespace: '{{.path.basename}}' }
  templatePatch: |
    {{- $tier := dig "metadata" "annotations" "aiops-portal.io/tier" "prod" . }}
    {{- $automatic := has $tier (list "dev" "test") }}
    metadata: { labels: { automatic: '{{ $automatic }}' } }
    {{- if $automatic }}
    spec:
      syncPolicy: { automated: { prune: true, selfHeal: true, allowEmpty: true } }
    {{- end }}
`;

/** A repository whose commits are written by the test. */
class Commits {
  readonly branch = 'main';
  #files = new Map<string, string>();
  readonly #history = new Map<string, Map<string, string>>();
  #head = 0;
  #listener?: (head: string) => void;

  push(files: Record<string, string | undefined>): string {
    this.#files = new Map(this.#files);
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) {
        this.#files.delete(path);
      } else {
        this.#files.set(path, text);
      }
    }
    const head = (++this.#head).toString(16).padStart(40, '0');
    this.#history.set(head, this.#files);
    this.#listener?.(head);
    return head;
  }
  head = async () => this.#head.toString(16).padStart(40, '0');
  files = async (sha: string) => {
    const files = this.#history.get(sha);
    if (!files) {
      throw new Error(`no commit ${sha}`);
    }
    return files;
  };
  onHeadChange = (listener: (head: string) => void) => {
    this.#listener = listener;
    return () => {
      this.#listener = undefined;
    };
  };
  announce = async () => this.#listener?.(await this.head());
}

describe('the reconciler', () => {
  let cluster: MemoryCluster;
  let commits: Commits;
  let clock: ReturnType<typeof manualClock>;
  let reconciler: Reconciler;
  let errors: string[];

  const settled = async () => {
    for (let i = 0; i < 30; i++) {
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  const start = async () => {
    reconciler = await Reconciler.start({
      cluster,
      clock,
      repository: commits,
      logger: {
        info() {},
        warn() {},
        error: (message, error) => errors.push(`${message}: ${error?.stack}`),
      },
    });
    await settled();
  };
  const app = (name: string): KubeObject => {
    const found = cluster.get({
      apiVersion: ARGO,
      kind: 'Application',
      namespace: 'argocd',
      name,
    });
    if (!found) {
      throw new Error(`no Application ${name}`);
    }
    return found;
  };
  const state = (name: string) => {
    const { sync, health, operationState } = app(name).status;
    return [sync.status, health.status, operationState?.phase].join(' ');
  };
  const web = (name: string, inside = 'dev') =>
    cluster.get({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: inside,
      name,
    });
  const roll = (name: string, inside = 'dev') => {
    const { generation } = web(name, inside)!.metadata;
    const replicas = web(name, inside)!.spec.replicas;
    cluster.patch(
      { apiVersion: 'apps/v1', kind: 'Deployment', namespace: inside, name },
      {
        status: {
          observedGeneration: generation,
          replicas,
          updatedReplicas: replicas,
          availableReplicas: replicas,
        },
      },
    );
  };

  beforeEach(async () => {
    cluster = new MemoryCluster();
    commits = new Commits();
    clock = manualClock();
    errors = [];
    commits.push({
      'argo-apps/app-of-apps.yaml': [
        project('admin', ALL),
        project(
          'teams',
          "  namespaceResourceWhitelist: [{ group: apps, kind: Deployment }, { group: '', kind: Service }]\n",
        ),
        application('app-of-apps', 'argo-apps', AUTOMATIC),
        application('platform', 'k8s-manifests/platform', AUTOMATIC),
      ].join('---'),
      'argo-apps/environments.yaml': SET,
      'k8s-manifests/platform/dev.yaml': namespace('dev', 'dev'),
      'k8s-manifests/platform/live.yaml': namespace('live', 'prod'),
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment('web', 1),
      'k8s-manifests/apps/live/web/deployment.yaml': deployment('web', 2),
      'k8s-manifests/apps/orphan/web/deployment.yaml': deployment('web', 1),
    });
    await start();
  });
  afterEach(() => {
    reconciler.stop();
    if (errors.length) {
      throw new Error(errors.join('\n'));
    }
  });

  it('leaves what may not be pruned, and calls it out of sync unless it may be extraneous', async () => {
    const order = (name: string, compareOptions = '') => `
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: dev
  annotations:
    argocd.argoproj.io/sync-options: Prune=false
    ${compareOptions}
`;
    const extraneous = 'argocd.argoproj.io/compare-options: IgnoreExtraneous';
    commits.push({
      'k8s-manifests/platform/orders/one.yaml': order('one', extraneous),
      'k8s-manifests/platform/orders/two.yaml': order('two'),
    });
    await settled();
    commits.push({ 'k8s-manifests/platform/orders/one.yaml': undefined });
    await settled();
    const configMap = (name: string) =>
      cluster.get({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        namespace: 'dev',
        name,
      });
    expect(configMap('one')).toBeDefined();
    expect(state('platform')).toBe('Synced Healthy Succeeded');
    commits.push({ 'k8s-manifests/platform/orders/two.yaml': undefined });
    await settled();
    expect(configMap('two')).toBeDefined();
    expect(app('platform').status.sync.status).toBe('OutOfSync');
  });

  it('brings everything into the cluster from the root Application on, and writes what Argo CD writes', async () => {
    expect(state('app-of-apps')).toBe('Synced Healthy Succeeded');
    expect(state('platform')).toBe('Synced Healthy Succeeded');
    expect(state('env-dev')).toBe('Synced Progressing Succeeded');
    expect(app('env-dev').metadata.labels).toEqual({ automatic: 'true' });
    expect(app('env-live').metadata.labels).toEqual({ automatic: 'false' });
    expect(() => app('env-orphan')).toThrow('no Application');
    roll('web');
    await settled();
    expect(state('env-dev')).toBe('Synced Healthy Succeeded');

    const head = await commits.head();
    const source = {
      repoURL: REPO,
      targetRevision: 'main',
      path: 'k8s-manifests/apps/dev',
      directory: { recurse: true },
    };
    const at = '2026-01-05T09:00:00Z';
    expect(app('env-dev').status).toEqual({
      sync: {
        status: 'Synced',
        revision: head,
        comparedTo: {
          source,
          destination: { ...destination, namespace: 'dev' },
        },
      },
      health: { status: 'Healthy', lastTransitionTime: at },
      operationState: {
        operation: {
          sync: { revision: head, prune: true },
          initiatedBy: { automated: true },
          retry: { limit: 5 },
        },
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: at,
        finishedAt: at,
        syncResult: {
          revision: head,
          source,
          resources: [
            {
              group: 'apps',
              version: 'v1',
              kind: 'Deployment',
              namespace: 'dev',
              name: 'web',
              status: 'Synced',
              message: 'deployment.apps/web created',
              hookPhase: 'Running',
              syncPhase: 'Sync',
            },
          ],
        },
      },
      history: [
        {
          id: 0,
          revision: head,
          deployStartedAt: at,
          deployedAt: at,
          source,
          initiatedBy: { automated: true },
        },
      ],
      resources: [
        {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          namespace: 'dev',
          name: 'web',
          status: 'Synced',
        },
      ],
      summary: { images: ['web:1'] },
      sourceType: 'Directory',
      controllerNamespace: 'argocd',
      resourceHealthSource: 'appTree',
      reconciledAt: at,
    });
  });

  it('leaves production to a person: out of sync until somebody sets the operation', async () => {
    expect(state('env-live')).toBe('OutOfSync Missing ');
    cluster.patch(
      {
        apiVersion: ARGO,
        kind: 'Application',
        namespace: 'argocd',
        name: 'env-live',
      },
      { operation: { sync: {}, initiatedBy: { username: 'ada' } } },
    );
    await settled();
    expect(state('env-live')).toBe('Synced Progressing Succeeded');
    expect(app('env-live').operation).toBeUndefined();
    expect(app('env-live').status.history[0].initiatedBy).toEqual({
      username: 'ada',
    });
  });

  it('syncs exactly the commit that is named, and nothing where there is no such commit', async () => {
    const sync = async (revision: string) => {
      cluster.patch(
        {
          apiVersion: ARGO,
          kind: 'Application',
          namespace: 'argocd',
          name: 'env-live',
        },
        {
          operation: {
            sync: { revision, prune: true },
            initiatedBy: { username: 'portal' },
            info: [{ name: 'Request', value: 'REQ-1001' }],
          },
        },
      );
      await settled();
    };
    const path = 'k8s-manifests/apps/live/web/deployment.yaml';
    const agreed = commits.push({ [path]: deployment('web', 3) });
    const newer = commits.push({ [path]: deployment('web', 5) });
    await settled();

    await sync(agreed);
    expect(web('web', 'live')?.spec.replicas).toBe(3);
    expect(state('env-live')).toBe('OutOfSync Progressing Succeeded');
    expect(app('env-live').status).toMatchObject({
      sync: { revision: newer },
      operationState: { syncResult: { revision: agreed } },
    });

    await sync('f'.repeat(40));
    expect(state('env-live')).toBe('OutOfSync Progressing Error');
    expect(app('env-live').operation).toBeUndefined();
    expect(web('web', 'live')?.spec.replicas).toBe(3);
  });

  it('follows each commit: changes, prunes what is gone, and heals what somebody changed', async () => {
    const second = commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment('web', 3),
      'k8s-manifests/apps/dev/other/deployment.yaml': deployment('other', 1),
    });
    await settled();
    expect(web('web')?.spec.replicas).toBe(3);
    expect(app('env-dev').status.sync.revision).toBe(second);
    expect(app('env-dev').status.history).toHaveLength(2);

    commits.push({ 'k8s-manifests/apps/dev/other/deployment.yaml': undefined });
    await settled();
    expect(web('other')).toBeUndefined();
    expect(
      app('env-dev').status.operationState.syncResult.resources,
    ).toContainEqual(
      expect.objectContaining({ name: 'other', status: 'Pruned' }),
    );

    const meddle = () =>
      cluster.patch(
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'dev',
          name: 'web',
        },
        { spec: { replicas: 9 } },
      );
    meddle();
    await settled();
    expect(web('web')?.spec.replicas).toBe(3);
    meddle();
    await settled();
    expect(state('env-dev')).toMatch(/^OutOfSync/);
    clock.advance(2_000);
    await settled();
    expect(web('web')?.spec.replicas).toBe(3);

    // A field that Git no longer has goes, even though nothing in Git contradicts it.
    commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment(
        'web',
        3,
      ).replace('  replicas: 3\n', ''),
    });
    await settled();
    expect(web('web')?.spec.replicas).toBeUndefined();
  });

  it('asks before it prunes what wants to be asked about', async () => {
    const careful = namespace('old', 'dev').replace(
      'annotations: {',
      'annotations: { argocd.argoproj.io/sync-options: Prune=confirm,',
    );
    commits.push({ 'k8s-manifests/platform/old.yaml': careful });
    await settled();
    commits.push({ 'k8s-manifests/platform/old.yaml': undefined });
    await settled();
    expect(app('platform').status.operationState).toMatchObject({
      phase: 'Running',
      message: 'waiting for pruning confirmation of /Namespace/old',
    });
    cluster.patch(
      {
        apiVersion: ARGO,
        kind: 'Application',
        namespace: 'argocd',
        name: 'platform',
      },
      {
        metadata: {
          annotations: {
            'argocd.argoproj.io/deletion-approved': '2026-01-05T09:00:00Z',
          },
        },
      },
    );
    await settled();
    expect(
      cluster.get({ apiVersion: 'v1', kind: 'Namespace', name: 'old' }),
    ).toBeUndefined();
    expect(state('platform')).toBe('Synced Healthy Succeeded');
  });

  it('waits for a wave before the next one', async () => {
    commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment('web', 5, 1),
      'k8s-manifests/apps/dev/db/deployment.yaml': deployment('db', 1, -1),
    });
    await settled();
    expect(app('env-dev').status.operationState).toMatchObject({
      phase: 'Running',
      message: 'waiting for healthy state of apps/Deployment/db',
    });
    expect(web('web')?.spec.replicas).toBe(1);
    roll('db');
    await settled();
    expect(web('web')?.spec.replicas).toBe(5);
    expect(state('env-dev')).toBe('Synced Progressing Succeeded');
  });

  it('retries what fails: at once when a namespace comes, by and by otherwise, and then says why it gave up', async () => {
    let refuse = true;
    cluster.admit = object => {
      if (refuse && object.kind === 'Deployment') {
        throw new Error('exceeded quota: environment');
      }
    };
    commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment('web', 4),
    });
    await settled();
    expect(app('env-dev').status.operationState.message).toBe(
      'one or more objects failed to apply, reason: exceeded quota: environment. Retrying attempt #1 at 2026-01-05T09:00:05Z.',
    );
    clock.advance(5_000);
    await settled();
    expect(app('env-dev').status.operationState).toMatchObject({
      phase: 'Running',
      retryCount: 1,
    });
    refuse = false;
    cluster.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'any' },
    });
    await settled();
    expect(state('env-dev')).toBe('Synced Progressing Succeeded');

    refuse = true;
    const bad = commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment('web', 6),
    });
    for (let i = 0; i < 6; i++) {
      await settled();
      clock.advance(180_000);
    }
    await settled();
    expect(state('env-dev')).toBe('OutOfSync Progressing Failed');
    expect(app('env-dev').status.conditions[0]).toMatchObject({
      type: 'SyncError',
      message: expect.stringContaining(
        `Failed last sync attempt to ${bad}: one or more objects failed to apply`,
      ),
    });
    refuse = false;
    commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment('web', 7),
    });
    await settled();
    expect(state('env-dev')).toBe('Synced Progressing Succeeded');
    expect(app('env-dev').status.conditions).toBeUndefined();
  });

  it('reports manifests that cannot be read, kinds that the project forbids, and repositories that it lacks', async () => {
    commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml':
        'kind: Deployment\n\tspec: [',
    });
    await settled();
    expect(app('env-dev').status.sync.status).toBe('Unknown');
    expect(app('env-dev').status.conditions[0]).toMatchObject({
      type: 'ComparisonError',
      message: expect.stringContaining(
        'Failed to unmarshal "k8s-manifests/apps/dev/web/deployment.yaml"',
      ),
    });
    expect(web('web')).toBeDefined();

    commits.push({
      'k8s-manifests/apps/dev/web/deployment.yaml': deployment('web', 1),
      'k8s-manifests/apps/dev/web/role.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: mine }\n',
      'k8s-manifests/apps/dev/web/evil.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: { name: evil, namespace: kube-system }\n',
    });
    await settled();
    const messages = app(
      'env-dev',
    ).status.operationState.syncResult.resources.map((one: any) => one.message);
    expect(messages).toContain(
      'resource rbac.authorization.k8s.io:RoleBinding is not permitted in project teams',
    );
    expect(messages).toContain(
      "namespace kube-system is not permitted in project 'teams'",
    );

    commits.push({
      'argo-apps/other.yaml': application('other', 'x', AUTOMATIC).replace(
        REPO,
        'https://elsewhere.example.com/x.git',
      ),
    });
    await settled();
    expect(app('other').status.conditions[0].message).toContain(
      'is not permitted in project',
    );
  });

  it('goes on after a restart, looks again when asked, and takes down what an Application had', async () => {
    roll('web');
    await settled();
    reconciler.stop();
    const before = app('env-dev').status;
    clock.advance(60_000);
    commits.push({ 'README.md': 'Hello' });
    await start();
    expect(app('env-dev').status).toMatchObject({
      ...before,
      sync: { ...before.sync, revision: await commits.head() },
      reconciledAt: expect.any(String),
    });
    expect(app('env-dev').status.history).toHaveLength(1);

    clock.advance(60_000);
    const ref = {
      apiVersion: ARGO,
      kind: 'Application',
      namespace: 'argocd',
      name: 'env-dev',
    };
    cluster.patch(ref, {
      metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } },
    });
    await settled();
    expect(
      app('env-dev').metadata.annotations?.['argocd.argoproj.io/refresh'],
    ).toBeUndefined();
    expect(app('env-dev').status.reconciledAt).toBe('2026-01-05T09:02:00Z');

    commits.push({
      'k8s-manifests/platform/dev.yaml': undefined,
      'k8s-manifests/apps/dev/web/deployment.yaml': undefined,
    });
    await settled();
    expect(() => app('env-dev')).toThrow('no Application');
    expect(web('web')).toBeUndefined();
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  createKubernetesSandbox,
  openRepository,
  realClock,
  Reconciler,
  type KubernetesSandbox,
  type PlatformRepository,
} from '@aiops-portal/sandbox';
import { systemClock } from './clock';
import { HttpKubeApi, type KubeApi } from './KubeApi';
import { KubernetesClusterReader } from './KubernetesClusterReader';

const FOLDER = 'k8s-manifests/apps/shop-prod/storefront';
const FILE = `${FOLDER}/deployment.yaml`;
const APPLICATION =
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/env-shop-prod';

// A whole cluster starts first.
jest.setTimeout(120_000);

describe('Production, which Argo CD syncs only on purpose', () => {
  let root: string;
  let sandbox: KubernetesSandbox;
  let repository: PlatformRepository;
  let reconciler: Reconciler;
  let api: KubeApi;
  let reader: KubernetesClusterReader;

  const until = async (what: () => boolean) => {
    for (let i = 0; i < 2_400 && !what(); i++) {
      await new Promise(done => setTimeout(done, 25));
    }
    expect(what()).toBe(true);
  };
  const delivery = () => reader.deliveries([FOLDER])[0];
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: root,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Portal',
        GIT_AUTHOR_EMAIL: 'portal@corp.example.com',
        GIT_COMMITTER_NAME: 'Portal',
        GIT_COMMITTER_EMAIL: 'portal@corp.example.com',
      },
    }).trim();
  const push = async (replicas: number) => {
    const path = join(root, 'work', FILE);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/replicas: \d+/, `replicas: ${replicas}`));
    git('-C', 'work', 'commit', '--quiet', '-am', `${replicas} copies`);
    git('-C', 'work', 'push', '--quiet', 'origin', 'HEAD:main');
    await repository.announce();
    return repository.head();
  };
  const replicas = () =>
    sandbox.api.get({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop-prod',
      name: 'storefront',
    })?.spec.replicas;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'production-'));
    const logger = mockServices.logger.mock();
    const clock = realClock();
    sandbox = await createKubernetesSandbox({
      port: 0,
      clock,
      logger,
      users: [{ token: 'portal', name: 'portal', groups: [], role: 'reader' }],
    });
    await sandbox.start();
    repository = await openRepository({
      directory: join(root, 'platform.git'),
      seedDirectory: resolve(__dirname, '../../../../gitops'),
      branch: 'main',
      now: clock.now(),
    });
    reconciler = await Reconciler.start({
      cluster: sandbox.api,
      clock,
      repository,
      logger,
    });
    api = new HttpKubeApi({
      name: 'sandbox',
      url: sandbox.url,
      token: 'portal',
    });
    reader = new KubernetesClusterReader({
      api,
      logger,
      argocdNamespace: 'argocd',
      clock: systemClock,
    });
    reader.start();
    git('clone', '--quiet', repository.directory, 'work');
    await until(() => reader.ready() && delivery()?.sync === 'OutOfSync');
  });
  afterAll(async () => {
    await reader?.stop();
    reconciler?.stop();
    await sandbox?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('gets the commit of the request and none that came after it', async () => {
    const agreed = await push(4);
    const newer = await push(5);
    await until(() => delivery().revisions.includes(newer));
    expect(delivery()).toMatchObject({ sync: 'OutOfSync', automatic: false });

    await reader.startSync(delivery(), { commit: agreed, request: 'REQ-1001' });
    await until(() => delivery().attempted?.includes(agreed) === true);
    await until(() => delivery().operation === 'Succeeded');
    expect(replicas()).toBe(4);
    const application = sandbox.api.get({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      namespace: 'argocd',
      name: 'env-shop-prod',
    })!;
    expect(application.status.operationState.operation).toMatchObject({
      initiatedBy: { username: 'portal' },
      info: [{ name: 'Request', value: 'REQ-1001' }],
      sync: {
        revision: agreed,
        prune: true,
        syncOptions: application.spec.syncPolicy.syncOptions,
      },
      retry: application.spec.syncPolicy.retry,
    });
  });

  it('is asked for with the right to nothing else', async () => {
    await expect(
      api.patch(APPLICATION, { spec: { project: 'default' } }),
    ).rejects.toMatchObject({ code: 403 });
    await expect(
      api.patch('/apis/apps/v1/namespaces/shop-prod/deployments/storefront', {
        spec: { replicas: 0 },
      }),
    ).rejects.toMatchObject({ code: 403 });
  });
});

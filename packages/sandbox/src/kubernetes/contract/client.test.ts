import {
  AppsV1Api,
  CoreV1Api,
  KubeConfig,
  makeInformer,
  Watch,
  type V1ConfigMap,
  type V1Deployment,
} from '@kubernetes/client-node';
import { contractTarget, until, type ContractTarget } from './target';

describe('@kubernetes/client-node finds in the cluster', () => {
  let target: ContractTarget;
  let config: KubeConfig;
  let core: CoreV1Api;
  let apps: AppsV1Api;
  const namespace = `client-${process.pid}`;

  beforeAll(async () => {
    target = await contractTarget();
    config = new KubeConfig();
    config.loadFromFile(target.kubeconfig);
    core = config.makeApiClient(CoreV1Api);
    apps = config.makeApiClient(AppsV1Api);
    await core.createNamespace({ body: { metadata: { name: namespace } } });
  });
  afterAll(async () => {
    await core.deleteNamespace({ name: namespace });
    await target.stop();
  });

  const map = (name: string, data: Record<string, string>): V1ConfigMap => ({
    metadata: { name, labels: { part: name } },
    data,
  });

  it('conflicts where somebody was faster, and lists in pages', async () => {
    const first = await core.createNamespacedConfigMap({
      namespace,
      body: map('a', { x: '1' }),
    });
    await core.createNamespacedConfigMap({ namespace, body: map('b', {}) });
    await core.replaceNamespacedConfigMap({
      namespace,
      name: 'a',
      body: { ...first, data: { x: '2' } },
    });
    await expect(
      core.replaceNamespacedConfigMap({
        namespace,
        name: 'a',
        body: { ...first, data: { x: '3' } },
      }),
    ).rejects.toMatchObject({ code: 409 });
    await expect(
      core.createNamespacedConfigMap({ namespace, body: map('a', {}) }),
    ).rejects.toMatchObject({ code: 409 });

    const names: string[] = [];
    let next: string | undefined;
    do {
      const page = await core.listNamespacedConfigMap({
        namespace,
        labelSelector: 'part in (a, b)',
        limit: 1,
        _continue: next,
      });
      names.push(...page.items.map(item => item.metadata!.name!));
      next = page.metadata?._continue;
    } while (next);
    expect(names).toEqual(['a', 'b']);
  });

  it('every change after a resource version, and 410 for one that is too old', async () => {
    const { metadata } = await core.listNamespacedConfigMap({ namespace });
    await core.createNamespacedConfigMap({ namespace, body: map('w', {}) });
    await core.deleteNamespacedConfigMap({ namespace, name: 'w' });

    const seen: string[] = [];
    const path = `/api/v1/namespaces/${namespace}/configmaps`;
    const watch = new Watch(config);
    const controller = await watch.watch(
      path,
      { resourceVersion: metadata!.resourceVersion },
      (type, object) => seen.push(`${type} ${object.metadata.name}`),
      () => undefined,
    );
    await until('both changes', async () =>
      seen.length >= 2 ? true : undefined,
    );
    controller.abort();
    expect(seen).toEqual(['ADDED w', 'DELETED w']);
  });

  it('what an informer keeps: objects that come, change and go', async () => {
    const told: string[] = [];
    const informer = makeInformer(
      config,
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      () => apps.listNamespacedDeployment({ namespace }),
    );
    for (const verb of ['add', 'update', 'delete'] as const) {
      informer.on(verb, (object: V1Deployment) => {
        if (!told.includes(`${verb} ${object.metadata!.name}`)) {
          told.push(`${verb} ${object.metadata!.name}`);
        }
      });
    }
    await informer.start();
    await apps.createNamespacedDeployment({
      namespace,
      body: {
        metadata: { name: 'web' },
        spec: {
          selector: { matchLabels: { app: 'web' } },
          template: {
            metadata: { labels: { app: 'web' } },
            spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
          },
        },
      },
    });
    await until('the Deployment is available', async () => {
      const { status } = await apps.readNamespacedDeployment({
        namespace,
        name: 'web',
      });
      return status?.availableReplicas === 1 ? true : undefined;
    });
    const [pod] = (await core.listNamespacedPod({ namespace })).items;
    const log = await core.readNamespacedPodLog({
      namespace,
      name: pod.metadata!.name!,
      tailLines: 1,
    });
    expect(log.trim().split('\n')).toHaveLength(1);

    await apps.deleteNamespacedDeployment({ namespace, name: 'web' });
    await until('all three', async () =>
      told.length === 3 ? true : undefined,
    );
    await informer.stop();
    expect(told).toEqual(['add web', 'update web', 'delete web']);
  });
});

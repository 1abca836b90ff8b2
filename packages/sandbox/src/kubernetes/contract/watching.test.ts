import {
  CoreV1Api,
  KubeConfig,
  makeInformer,
  Watch,
  type V1ConfigMap,
} from '@kubernetes/client-node';
import { contract, contractCluster, until } from './cluster';

describe('clients that keep up with a cluster find', () => {
  const cluster = contractCluster('watching');
  const config = new KubeConfig();
  let core: CoreV1Api;
  let namespace: string;
  beforeAll(() => {
    if (cluster.kubeconfig) {
      config.loadFromFile(cluster.kubeconfig);
      core = config.makeApiClient(CoreV1Api);
      namespace = cluster.namespace;
    }
  });

  const map = (name: string, labels = {}): V1ConfigMap => ({
    metadata: { name, labels },
  });
  const create = (name: string, labels = {}) =>
    core.createNamespacedConfigMap({ namespace, body: map(name, labels) });
  const relabel = (name: string, labels: object) =>
    cluster.admin.ok([
      'patch',
      'configmap',
      name,
      '--type=merge',
      '-p',
      JSON.stringify({ metadata: { labels } }),
    ]);
  const version = async () =>
    (await core.listNamespacedConfigMap({ namespace })).metadata!
      .resourceVersion!;

  /** What a watch says until it ends or `enough` of it is there. */
  const watched = async (query: object, enough?: number) => {
    const seen: Array<{ type: string; object: any }> = [];
    let over = false;
    const controller = await new Watch(config).watch(
      `/api/v1/namespaces/${namespace}/configmaps`,
      query as Record<string, string>,
      (type, object) => seen.push({ type, object }),
      () => {
        over = true;
      },
    );
    await until('the watch has said enough', async () =>
      over || (enough && seen.length >= enough) ? true : undefined,
    );
    controller.abort();
    return seen;
  };
  const lines = (seen: Awaited<ReturnType<typeof watched>>) =>
    seen.map(({ type, object }) => `${type} ${object.metadata.name}`);

  contract('lists in pages of one state', [], async () => {
    for (const name of ['p1', 'p2', 'p3']) {
      await create(name, { page: 'yes' });
    }
    const names: string[] = [];
    let next: string | undefined;
    do {
      const page = await core.listNamespacedConfigMap({
        namespace,
        labelSelector: 'page in (yes, perhaps),!other',
        limit: 1,
        _continue: next,
      });
      names.push(...page.items.map(item => item.metadata!.name!));
      next = page.metadata?._continue;
    } while (next);
    expect(names).toEqual(['p1', 'p2', 'p3']);
    await expect(
      core.listNamespacedConfigMap({ namespace, limit: 1, _continue: 'x' }),
    ).rejects.toMatchObject({ code: 400 });
    const { items } = await core.listNamespacedConfigMap({
      namespace,
      fieldSelector: 'metadata.name=p2',
    });
    expect(items).toHaveLength(1);
    await expect(
      core.listNamespacedConfigMap({ namespace, fieldSelector: 'data.x=1' }),
    ).rejects.toMatchObject({ code: 400 });
  });

  contract('a conflict where somebody was faster', [], async () => {
    const first = await create('c');
    const replace = (x: string) =>
      core.replaceNamespacedConfigMap({
        namespace,
        name: 'c',
        body: { ...first, data: { x } },
      });
    await replace('2');
    await expect(replace('3')).rejects.toMatchObject({ code: 409 });
    await expect(create('c')).rejects.toMatchObject({ code: 409 });
    await expect(
      core.deleteNamespacedConfigMap({
        namespace,
        name: 'c',
        body: { preconditions: { uid: 'another' } },
      }),
    ).rejects.toMatchObject({ code: 409 });
  });

  contract('every change after a version', [], async () => {
    const resourceVersion = await version();
    await create('w', { wanted: 'yes' });
    await create('unwanted');
    await relabel('w', { note: 'x' });
    await relabel('w', { wanted: null });
    await relabel('w', { wanted: 'yes' });
    await core.deleteNamespacedConfigMap({ namespace, name: 'w' });
    const seen = await watched(
      { resourceVersion, labelSelector: 'wanted=yes' },
      5,
    );
    expect(lines(seen)).toEqual([
      'ADDED w',
      'MODIFIED w',
      'DELETED w',
      'ADDED w',
      'DELETED w',
    ]);
    const versions = seen.map(one =>
      Number(one.object.metadata.resourceVersion),
    );
    expect([...versions].sort((a, b) => a - b)).toEqual(versions);
  });

  contract(
    'what there is and then what changes, without a version',
    [],
    async () => {
      await create('there', { now: 'yes' });
      expect(lines(await watched({ labelSelector: 'now=yes' }, 1))).toEqual([
        'ADDED there',
      ]);
    },
  );

  contract('a bookmark before a watch ends', ['bookmarks'], async () => {
    await create('marked', { marked: 'yes' });
    const seen = await watched({
      labelSelector: 'marked=yes',
      allowWatchBookmarks: 'true',
      timeoutSeconds: '4',
    });
    const [added, ...marks] = seen;
    expect(added.type).toBe('ADDED');
    expect(new Set(marks.map(one => one.type))).toEqual(new Set(['BOOKMARK']));
    expect(marks[0].object.kind).toBe('ConfigMap');
    expect(
      Number(marks[0].object.metadata.resourceVersion),
    ).toBeGreaterThanOrEqual(Number(added.object.metadata.resourceVersion));
  });

  contract('that a version is too old to begin at', ['too old'], async () => {
    expect(await watched({ resourceVersion: '1' })).toEqual([
      {
        type: 'ERROR',
        object: expect.objectContaining({
          kind: 'Status',
          code: 410,
          reason: 'Expired',
        }),
      },
    ]);
  });

  contract('a list as a stream', ['watch lists'], async () => {
    await create('s1', { streamed: 'yes' });
    const seen = await watched(
      {
        labelSelector: 'streamed=yes',
        sendInitialEvents: 'true',
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: 'true',
      },
      2,
    );
    expect(seen.map(one => one.type)).toEqual(['ADDED', 'BOOKMARK']);
    expect(seen[1].object.metadata.annotations).toMatchObject({
      'k8s.io/initial-events-end': 'true',
    });
  });

  contract('in an informer all that comes, changes and goes', [], async () => {
    const told = new Set<string>();
    const informer = makeInformer(
      config,
      `/api/v1/namespaces/${namespace}/configmaps`,
      () => core.listNamespacedConfigMap({ namespace }),
    );
    for (const verb of ['add', 'update', 'delete'] as const) {
      informer.on(verb, (object: V1ConfigMap) => {
        if (object.metadata!.name === 'kept') {
          told.add(verb);
        }
      });
    }
    await informer.start();
    await create('kept');
    await relabel('kept', { a: 'b' });
    await core.deleteNamespacedConfigMap({ namespace, name: 'kept' });
    await until('all three', async () => (told.size === 3 ? true : undefined));
    await informer.stop();
    expect([...told]).toEqual(['add', 'update', 'delete']);
  });
});

import { contract, contractCluster, until } from './cluster';
import { configMap } from './manifests';

describe('a cluster deletes', () => {
  const cluster = contractCluster('deleting');
  const ok = (args: string | string[], input?: string) =>
    cluster.admin.ok(args, input);

  contract('only when its finalizers are gone', [], async () => {
    await ok(
      'create -f -',
      configMap('held', '{}', ', finalizers: [example.com/hold]'),
    );
    expect(await ok('delete configmap held --wait=false')).toContain('deleted');
    const waiting = await cluster.admin.json('get configmap held');
    expect(waiting.metadata.deletionTimestamp).toBeDefined();
    expect(
      await cluster.admin.refused('delete configmap held --timeout=1s'),
    ).toContain('timed out waiting');
    expect(
      await cluster.admin.refused([
        'patch',
        'configmap',
        'held',
        '--type=merge',
        '-p',
        '{"metadata":{"finalizers":["example.com/hold","example.com/more"]}}',
      ]),
    ).toContain(
      'no new finalizers can be added if the object is being deleted',
    );
    const gone = ok('wait --for=delete configmap/held --timeout=30s');
    await ok(
      'patch configmap held --type=merge -p {"metadata":{"finalizers":[]}}',
    );
    await gone;
    expect(await ok('get configmap held --ignore-not-found')).toBe('');
  });

  contract('all that a selector means, and nothing else', [], async () => {
    for (const name of ['a', 'b', 'c']) {
      await ok(
        'create -f -',
        configMap(name, '{}', `, labels: { part: ${name} }`),
      );
    }
    await ok('delete configmaps -l part!=c,part');
    expect(await ok('get configmaps -l part -o name')).toBe('configmap/c');
    expect(await cluster.admin.refused('delete configmap nowhere')).toContain(
      'configmaps "nowhere" not found',
    );
    await ok('delete configmap nowhere --ignore-not-found');
  });

  const family = async (name: string) => {
    await ok('create -f -', configMap(name, '{}'));
    const uid = await ok(`get configmap ${name} -o jsonpath={.metadata.uid}`);
    await ok(
      'create -f -',
      configMap(
        `${name}-child`,
        '{}',
        `, ownerReferences: [{ apiVersion: v1, kind: ConfigMap, name: ${name}, uid: ${uid}, blockOwnerDeletion: true }]`,
      ),
    );
  };

  contract(
    'with what it owns, before, after, or not at all',
    ['controllers'],
    async () => {
      await family('background');
      await ok('delete configmap background');
      await ok('wait --for=delete configmap/background-child --timeout=60s');

      await family('foreground');
      await ok(
        'delete configmap foreground --cascade=foreground --timeout=60s',
      );
      expect(
        await ok('get configmap foreground-child --ignore-not-found'),
      ).toBe('');

      await family('orphan');
      await ok('delete configmap orphan --cascade=orphan --timeout=60s');
      await until('the child has no owner', async () =>
        (await ok(
          'get configmap orphan-child -o jsonpath={.metadata.ownerReferences}',
        )) === ''
          ? true
          : undefined,
      );
    },
  );

  contract('a namespace with all that is in it', ['controllers'], async () => {
    const other = `${cluster.namespace}-other`;
    await ok(`create namespace ${other}`);
    await ok(`create configmap inside --namespace=${other}`);
    await ok(`create deployment inside --namespace=${other} --image=nginx`);
    await ok(`delete namespace ${other} --wait=false`);
    expect(
      await cluster.admin.refused(`create configmap late --namespace=${other}`),
    ).toMatch(/because it is being terminated|not found/);
    await ok(`wait --for=delete namespace/${other} --timeout=90s`);
    expect(await cluster.admin.refused(`get namespace ${other}`)).toContain(
      'not found',
    );
  });
});

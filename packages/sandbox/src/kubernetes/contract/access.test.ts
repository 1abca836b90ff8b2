import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { contract, contractCluster } from './cluster';

describe('a cluster lets people do', () => {
  const cluster = contractCluster('access');
  const ok = (args: string) => cluster.admin.ok(args);

  /** Whether they say that somebody may, which has to be what happens. */
  const may = async (who: string, wish: string) =>
    (await cluster.admin.run(`auth can-i ${wish} ${who}`)).text;

  contract('what roles in a namespace say, and nothing else', [], async () => {
    const nia = '--as=nia --as-group=system:authenticated';
    expect(await may(nia, 'list pods')).toBe('no');
    expect(await cluster.admin.refused(`get pods ${nia}`)).toContain(
      `pods is forbidden: User "nia" cannot list resource "pods" in API group "" in the namespace "${cluster.namespace}"`,
    );
    await ok(
      'create role looks --verb=get,list --resource=pods,deployments.apps',
    );
    await ok(
      'create role one --verb=update,patch,get --resource=configmaps --resource-name=mine',
    );
    await ok('create rolebinding looks --role=looks --user=nia');
    await ok('create rolebinding one --role=one --user=nia');
    await ok('create configmap mine');
    await ok('create configmap other');

    expect(await may(nia, 'list pods')).toBe('yes');
    expect(await ok(`get pods ${nia}`)).toBe('');
    expect(await may(nia, 'list deployments.apps')).toBe('yes');
    expect(await may(nia, 'get pods --subresource=log')).toBe('no');
    expect(await may(nia, 'delete pods')).toBe('no');
    expect(await may(nia, 'list pods --namespace=default')).toBe('no');
    expect(await may(nia, 'list pods --all-namespaces')).toBe('no');
    expect(await may(nia, 'patch configmaps/mine')).toBe('yes');
    expect(await may(nia, 'patch configmaps/other')).toBe('no');
    await ok(`label configmap mine a=b ${nia}`);
    expect(
      await cluster.admin.refused(`label configmap other a=b ${nia}`),
    ).toContain('User "nia" cannot get resource "configmaps"');
    expect(await ok(`auth can-i --list ${nia}`)).toMatch(
      /configmaps\s+\[\]\s+\[mine\]\s+\[(get|update|patch)/,
    );
  });

  contract('what roles of the whole cluster say', [], async () => {
    const name = cluster.namespace;
    const group = `--as=somebody --as-group=${name}`;
    await ok(
      `create clusterrole ${name} --verb=list --resource=nodes,namespaces`,
    );
    await ok(
      `create clusterrolebinding ${name} --clusterrole=${name} --group=${name}`,
    );
    try {
      expect(await may(group, 'list nodes')).toBe('yes');
      expect(await may(group, 'list namespaces')).toBe('yes');
      expect(await may(group, 'watch nodes')).toBe('no');
      expect(await ok(`get namespaces ${group} -o name`)).toContain(
        'namespace/default',
      );
      expect(await may(group, 'get /healthz')).toBe('yes');
      expect(await may(group, 'get /metrics')).toBe('no');
    } finally {
      await ok(`delete clusterrolebinding ${name}`);
      await ok(`delete clusterrole ${name}`);
    }
    expect(await may(group, 'list nodes')).toBe('no');
  });

  contract('what its service accounts may', ['controllers'], async () => {
    await ok('create serviceaccount robot');
    await ok(
      `create rolebinding robot --clusterrole=view --serviceaccount=${cluster.namespace}:robot`,
    );
    const robot = `--as=system:serviceaccount:${cluster.namespace}:robot`;
    expect(await may(robot, 'list services')).toBe('yes');
    expect(await may(robot, 'list secrets')).toBe('no');
    expect(await may(robot, 'create services')).toBe('no');

    const config = new KubeConfig();
    config.loadFromFile(cluster.kubeconfig);
    config.loadFromClusterAndUser(config.getCurrentCluster()!, {
      name: 'robot',
      token: await ok('create token robot'),
    });
    const core = config.makeApiClient(CoreV1Api);
    const { namespace } = cluster;
    expect((await core.listNamespacedService({ namespace })).items).toEqual([]);
    await expect(
      core.listNamespacedSecret({ namespace }),
    ).rejects.toMatchObject({ code: 403 });
  });
});

import { contract, contractCluster, until } from './cluster';
import { pod, webDeployment } from './manifests';

describe('a cluster connects', () => {
  const cluster = contractCluster('serving');
  const ok = (args: string | string[], input?: string) =>
    cluster.admin.ok(args, input);
  const addresses = async () => {
    const { items } = await cluster.admin.json(
      'get endpointslices -l kubernetes.io/service-name=web',
    );
    return items
      .flatMap((slice: any) => slice.endpoints ?? [])
      .filter((one: any) => one.conditions.ready)
      .flatMap((one: any) => one.addresses)
      .sort();
  };

  contract(
    'a Service, under an address of its own',
    ['controllers'],
    async () => {
      await ok('create service clusterip web --tcp=80:8080');
      const { spec } = await cluster.admin.json('get service web');
      expect(spec).toMatchObject({
        type: 'ClusterIP',
        clusterIPs: [spec.clusterIP],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        internalTrafficPolicy: 'Cluster',
        sessionAffinity: 'None',
        ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }],
      });
      expect(
        await cluster.admin.refused([
          'patch',
          'service',
          'web',
          '--type=merge',
          '-p',
          '{"spec":{"clusterIP":"10.0.0.250","clusterIPs":["10.0.0.250"]}}',
        ]),
      ).toContain('may not change once set');
      const slice = await until('it has a slice', async () => {
        const { items } = await cluster.admin.json(
          'get endpointslices -l kubernetes.io/service-name=web',
        );
        return items[0];
      });
      expect(slice).toMatchObject({
        addressType: 'IPv4',
        metadata: {
          generateName: 'web-',
          labels: {
            'endpointslice.kubernetes.io/managed-by':
              'endpointslice-controller.k8s.io',
          },
          ownerReferences: [{ kind: 'Service', name: 'web', controller: true }],
        },
      });
      await ok('delete service web');
      await until('the slice goes with it', async () =>
        (await addresses()).length === 0 &&
        (await ok('get endpointslices -o name')) === ''
          ? true
          : undefined,
      );
    },
  );

  contract('visitors with the pods that are ready', ['pods'], async () => {
    await ok('apply -f -', webDeployment('nginx:1.27'));
    await ok('expose deployment web --port=80');
    await ok('rollout status deployment/web --timeout=120s');
    const found = await until('both pods are in it', async () => {
      const list = await addresses();
      return list.length === 2 ? list : undefined;
    });
    const { items } = await cluster.admin.json('get pods -l app=web');
    expect(found).toEqual(items.map((one: any) => one.status.podIP).sort());
    expect(await ok('describe service web')).toMatch(
      /Endpoints:\s+\S+:80,\S+:80/,
    );
    await ok('scale deployment web --replicas=0');
    await until('nobody is in it', async () =>
      (await addresses()).length === 0 ? true : undefined,
    );
  });

  contract('an autoscaler with what it scales', ['controllers'], async () => {
    await ok('create deployment load --image=nginx --replicas=1');
    await ok('autoscale deployment load --min=2 --max=4 --cpu-percent=50');
    await until('it has the least number', async () =>
      (await ok('get deployment load -o jsonpath={.spec.replicas}')) === '2'
        ? true
        : undefined,
    );
    await ok('scale deployment load --replicas=9');
    await until('it has the greatest number', async () =>
      (await ok('get deployment load -o jsonpath={.spec.replicas}')) === '4'
        ? true
        : undefined,
    );
    expect(await ok('describe hpa load')).toMatch(
      /AbleToScale\s+True[^]*reason: Current number of replicas above Spec.MaxReplicas/,
    );
    await ok('delete hpa load');
  });

  contract('a pod with the volume that it claims', ['volumes'], async () => {
    await ok(
      'create -f -',
      `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
`,
    );
    await ok(
      'create -f -',
      pod(
        'reader',
        '      volumeMounts: [{ name: data, mountPath: /data }]',
        '  volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
      ),
    );
    await ok(
      'wait --for=jsonpath={.status.phase}=Bound pvc/data --timeout=90s',
    );
    await ok('wait --for=condition=Ready pod/reader --timeout=90s');
    expect(await ok('describe pvc data')).toMatch(/Used By:\s+reader/);
    expect(
      await cluster.admin.refused([
        'patch',
        'pvc',
        'data',
        '--type=merge',
        '-p',
        '{"spec":{"resources":{"requests":{"storage":"1Mi"}}}}',
      ]),
    ).toContain('field can not be less than');
    await ok('delete pvc data --wait=false');
    expect(await ok('get pvc data --no-headers')).toMatch(
      /^data\s+Terminating\s/,
    );
    await ok('delete pod reader');
    await ok('wait --for=delete pvc/data --timeout=90s');
  });
});

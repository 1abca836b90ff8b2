import { contract, contractCluster } from './cluster';
import { configMap, webDeployment } from './manifests';

describe('a cluster takes', () => {
  const cluster = contractCluster('writing');
  const ok = (args: string | string[], input?: string) =>
    cluster.admin.ok(args, input);
  const refused = (args: string | string[], input?: string) =>
    cluster.admin.refused(args, input);

  contract('what is applied, and forgets what no longer is', [], async () => {
    const apply = (data: string) => ok('apply -f -', configMap('a', data));
    expect(await apply('{ x: "1", y: "2" }')).toBe('configmap/a created');
    expect(await apply('{ x: "1", y: "2" }')).toBe('configmap/a unchanged');
    await ok('patch configmap a --type=merge -p {"data":{"z":"3"}}');
    const change = await cluster.admin.run(
      'diff -f -',
      configMap('a', '{ x: "9" }'),
    );
    expect(change.status).toBe(1);
    expect(change.text).toMatch(/^- {2}x: "1"$[^]*^\+ {2}x: "9"$/m);
    expect(await apply('{ x: "9" }')).toBe('configmap/a configured');
    expect(await ok('get configmap a -o jsonpath={.data}')).toBe(
      '{"x":"9","z":"3"}',
    );
    expect(await ok('apply view-last-applied configmap a')).toContain('x: "9"');
  });

  contract('what several apply, each owning its fields', [], async () => {
    const apply = (owner: string, data: string, force = '') =>
      cluster.admin.run(
        `apply --server-side ${force}--field-manager=${owner} -f -`,
        configMap('shared', data),
      );
    await apply('one', '{ a: "1", b: "2" }');
    const conflict = await apply('two', '{ a: "9" }');
    expect(conflict.status).not.toBe(0);
    expect(conflict.stderr).toContain(
      'Apply failed with 1 conflict: conflict with "one": .data.a',
    );
    expect((await apply('two', '{ a: "9" }', '--force-conflicts ')).text).toBe(
      'configmap/shared serverside-applied',
    );
    await apply('one', '{ }');
    const { data, metadata } = await cluster.admin.json(
      'get configmap shared --show-managed-fields',
    );
    expect(data).toEqual({ a: '9' });
    const owned = (manager: string) =>
      metadata.managedFields
        .filter((one: any) => one.manager === manager)
        .flatMap((one: any) => Object.keys(one.fieldsV1['f:data']));
    expect(owned('two')).toEqual(['f:a']);
    expect(owned('one')).not.toContain('f:b');
  });

  contract('an apply by the client, then by the server', [], async () => {
    await ok('apply -f -', webDeployment('nginx:1.27'));
    await ok('scale deployment web --replicas=3');
    expect(
      await refused('apply --server-side -f -', webDeployment('nginx:1.28')),
    ).toMatch(/conflict with "kubectl"[^:]*:\s(- )?\.spec\.replicas/);
    await ok(
      'apply --server-side --force-conflicts -f -',
      webDeployment('nginx:1.28'),
    );
    expect(
      await ok('get deployment web -o jsonpath={..image}{.spec.replicas}'),
    ).toBe('nginx:1.28 redis:72');
  });

  contract('no dry run', [], async () => {
    for (const way of ['server', 'client']) {
      expect(
        await ok(
          `create deployment dry --image=nginx --dry-run=${way} -o name`,
        ),
      ).toBe('deployment.apps/dry');
    }
    expect(
      await ok('apply --dry-run=server -f -', configMap('dry', '{}')),
    ).toBe('configmap/dry created (server dry run)');
    await ok('create configmap kept');
    await ok('delete configmap kept --dry-run=server');
    await ok('label configmap kept a=b --dry-run=server');
    expect(await ok('get configmap kept -o jsonpath={.metadata.labels}')).toBe(
      '',
    );
    expect(await refused('get deployment dry')).toContain('not found');
  });

  contract('what is created from a line', [], async () => {
    for (const line of [
      'configmap c --from-literal=a=b',
      'secret generic s --from-literal=a=b',
      'deployment d --image=nginx --replicas=2',
      'job j --image=busybox -- true',
      'cronjob cj --image=busybox --schedule=@daily -- date',
      'service clusterip svc --tcp=80:8080',
      'service nodeport np --tcp=80',
      'service externalname ext --external-name=example.com',
      'ingress web --rule=web.example.com/*=svc:80',
      'quota q --hard=secrets=100',
      'poddisruptionbudget pdb --selector=app=d --min-available=1',
      'role r --verb=get --resource=pods',
      'rolebinding rb --role=r --user=somebody',
      'serviceaccount bot',
    ]) {
      expect(await ok(`create ${line}`)).toContain(' created');
    }
    expect(await ok('create token bot')).toMatch(/^\S+\.\S+\.\S+$/);
    expect(await refused('create configmap c')).toContain(
      'configmaps "c" already exists',
    );
    await ok('autoscale deployment d --min=2 --max=4 --cpu-percent=50');
    expect(
      await ok(
        'get horizontalpodautoscalers.v1.autoscaling d -o jsonpath={.spec.targetCPUUtilizationPercentage}',
      ),
    ).toBe('50');
    expect(await ok('expose deployment d --port=80')).toContain('exposed');
    const { clusterIP, ports } = (await cluster.admin.json('get service np'))
      .spec;
    expect(clusterIP).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(ports[0].nodePort).toBeGreaterThanOrEqual(30_000);
  });

  contract('changes of a part', [], async () => {
    await ok('create deployment part --image=nginx:1 --replicas=1');
    await ok('set image deployment/part nginx=nginx:2');
    await ok('set env deployment/part A=1 B=2');
    await ok('set env deployment/part B-');
    await ok('set resources deployment/part --requests=cpu=0.1,memory=64Mi');
    await ok('label deployment part tier=web');
    await ok('label deployment part tier=api --overwrite');
    expect(await refused('label deployment part tier=x')).toContain(
      'already has a value',
    );
    await ok('annotate deployment part note=short');
    await ok('scale deployment part --replicas=4 --current-replicas=1');
    expect(
      await refused('scale deployment part --replicas=2 --current-replicas=1'),
    ).toContain('Expected replicas to be 1, was 4');
    await ok([
      'patch',
      'deployment',
      'part',
      '-p',
      '{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"redis:7"}]}}}}',
    ]);
    await ok([
      'patch',
      'deployment',
      'part',
      '--type=json',
      '-p',
      '[{"op":"add","path":"/spec/minReadySeconds","value":3}]',
    ]);
    const { metadata, spec } = await cluster.admin.json('get deployment part');
    expect(metadata).toMatchObject({
      labels: { tier: 'api' },
      annotations: { note: 'short' },
      generation: 9,
    });
    expect(spec).toMatchObject({ replicas: 4, minReadySeconds: 3 });
    expect(spec.template.spec.containers).toEqual([
      expect.objectContaining({ name: 'side', image: 'redis:7' }),
      expect.objectContaining({
        name: 'nginx',
        image: 'nginx:2',
        env: [{ name: 'A', value: '1' }],
        resources: { requests: { cpu: '100m', memory: '64Mi' } },
      }),
    ]);
  });

  contract('nothing that is wrong, and says why', [], async () => {
    const create = (text: string) => refused('create -f -', text);
    const web = webDeployment('nginx:1').replace('name: web', 'name: bad');
    expect(
      await create(web.replace('replicas: 2', 'replicas: 2\n  replicaz: 2')),
    ).toContain('strict decoding error: unknown field "spec.replicaz"');
    expect(
      await create(web.replace('{ app: web } }', '{ app: other } }')),
    ).toContain('`selector` does not match template `labels`');
    expect(await create(web.replace('replicas: 2', 'replicas: many'))).toMatch(
      /cannot unmarshal string into Go struct field DeploymentSpec\.spec\.replicas of type int32/,
    );
    expect(await create(web.replace('replicas: 2', 'replicas: -1'))).toContain(
      'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    );
    expect(await create(web.replace('name: side', 'name: web'))).toContain(
      'spec.template.spec.containers[1].name: Duplicate value: "web"',
    );
    expect(
      await create(web.replace('containerPort: 80', 'containerPort: 0')),
    ).toMatch(
      /containers\[0\]\.ports\[0\]\.containerPort: (Required value|Invalid value: 0)/,
    );
    expect(await refused('create configmap Bad_Name')).toContain(
      'a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters',
    );
    expect(await refused('label namespace default a=-')).toContain('label');
    expect(await refused('get pods nowhere')).toBe(
      'Error from server (NotFound): pods "nowhere" not found\n',
    );
    expect(await refused('get nonsense')).toContain(
      `the server doesn't have a resource type "nonsense"`,
    );
    expect(await refused('create configmap x --namespace=nowhere')).toContain(
      'namespaces "nowhere" not found',
    );
    await ok('create deployment fixed --image=nginx');
    expect(
      await refused([
        'patch',
        'deployment',
        'fixed',
        '--type=merge',
        '-p',
        '{"spec":{"selector":{"matchLabels":{"app":"other"}}}}',
      ]),
    ).toContain('field is immutable');
    await ok('create configmap frozen --from-literal=a=b');
    await ok('patch configmap frozen --type=merge -p {"immutable":true}');
    expect(
      await refused(
        'patch configmap frozen --type=merge -p {"data":{"a":"c"}}',
      ),
    ).toContain('field is immutable when `immutable` is set');
  });
});

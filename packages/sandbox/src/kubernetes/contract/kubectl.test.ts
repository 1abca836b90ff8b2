import { spawn } from 'node:child_process';
import { contractTarget, kubectlProblem, type ContractTarget } from './target';

const problem = kubectlProblem();
if (problem) {
  process.stderr.write(`Skipping the contract with kubectl: ${problem}.\n`);
}

(problem ? describe.skip : describe)('kubectl finds in the cluster', () => {
  let target: ContractTarget;
  const namespace = `contract-${process.pid}`;

  // Not synchronously: the sandbox has to answer meanwhile.
  const run = async (
    args: string,
    input = '',
    kubeconfig = target.kubeconfig,
  ) => {
    const child = spawn('kubectl', args.split(' '), {
      env: { ...process.env, KUBECONFIG: kubeconfig },
      timeout: 30_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.stdin.end(input);
    const status = await new Promise(resolve => child.on('close', resolve));
    return { status, stderr, text: stdout.trim() };
  };
  const ok = async (args: string, input?: string) => {
    const { status, stderr, text } = await run(args, input);
    if (status !== 0) {
      throw new Error(`kubectl ${args}: ${stderr}`);
    }
    return text;
  };

  /** What kubectl says when it is refused. */
  const refused = async (args: string, input?: string, kubeconfig?: string) => {
    const { status, stderr } = await run(args, input, kubeconfig);
    expect(status).not.toBe(0);
    return stderr;
  };

  const manifest = (image: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: ${namespace} }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: ${image}
          ports: [{ containerPort: 80 }]
        - name: side
          image: redis:7
`;

  beforeAll(async () => {
    target = await contractTarget();
  });
  afterAll(async () => {
    await run(`delete namespace ${namespace} --ignore-not-found --wait=false`);
    await target.stop();
  });

  it('the kinds and what may be done with them', async () => {
    const resources = await ok('api-resources --no-headers');
    expect(resources).toMatch(
      /^deployments\s+deploy\s+apps\/v1\s+true\s+Deployment$/m,
    );
    expect(resources).toMatch(/^namespaces\s+ns\s+v1\s+false\s+Namespace$/m);
    expect(await ok('auth can-i create deployments')).toBe('yes');
    expect(await ok('explain pod.spec.containers.image')).toContain(
      'image <string>',
    );
  });

  it('a Deployment through its life: applied, rolled out, scaled, changed, undone, deleted', async () => {
    await ok(`create namespace ${namespace}`);
    const on = (args: string) => `-n ${namespace} ${args}`;

    expect(await ok('apply -f -', manifest('nginx:1.27'))).toBe(
      'deployment.apps/web created',
    );
    expect(
      await ok(on('rollout status deployment/web --timeout=30s')),
    ).toContain('successfully rolled out');
    expect(await ok('apply -f -', manifest('nginx:1.27'))).toBe(
      'deployment.apps/web unchanged',
    );
    expect(await ok(on('get deployment web'))).toMatch(
      /NAME\s+READY\s+UP-TO-DATE\s+AVAILABLE\s+AGE\nweb\s+1\/1\s+1\s+1\s+\d+s/,
    );
    expect(await ok(on('get pods --no-headers'))).toMatch(
      /^web-\S+\s+2\/2\s+Running\s+0\s+\d+s$/,
    );
    expect(await ok(on('describe pods'))).toMatch(
      /Scheduled[\s\S]*Pulled[\s\S]*Started/,
    );
    expect(await ok(on('logs deployment/web -c side --tail=1'))).not.toBe('');

    await ok(on('scale deployment/web --replicas=3'));
    await ok(on('rollout status deployment/web --timeout=30s'));
    expect((await ok(on('get pods -o name'))).split('\n')).toHaveLength(3);

    await ok(on('set image deployment/web web=nginx:1.28'));
    await ok(on('rollout status deployment/web --timeout=30s'));
    expect(
      await ok(
        on(
          'get deployment web -o jsonpath={.spec.template.spec.containers[*].image}',
        ),
      ),
    ).toBe('nginx:1.28 redis:7');
    await ok(on('rollout restart deployment/web'));
    await ok(on('rollout status deployment/web --timeout=30s'));
    await ok(on('rollout undo deployment/web --to-revision=1'));
    await ok(on('rollout status deployment/web --timeout=30s'));
    expect(
      await ok(
        on(
          'get deployment web -o jsonpath={.spec.template.spec.containers[0].image}',
        ),
      ),
    ).toBe('nginx:1.27');

    await ok(on('delete deployment web --cascade=foreground --timeout=30s'));
    expect(await ok(on('get pods -o name'))).toBe('');
  });

  it('server-side apply with owners, conflicts and pruning', async () => {
    const map = (data: string) => `
apiVersion: v1
kind: ConfigMap
metadata: { name: shared, namespace: ${namespace} }
data: ${data}
`;
    await ok(
      'apply --server-side --field-manager=one -f -',
      map('{ a: "1", b: "2" }'),
    );
    const conflict = await run(
      'apply --server-side --field-manager=two -f -',
      map('{ a: "9" }'),
    );
    expect(conflict.status).not.toBe(0);
    expect(conflict.stderr).toContain('conflict with "one": .data.a');

    await ok(
      'apply --server-side --force-conflicts --field-manager=two -f -',
      map('{ a: "9" }'),
    );
    await ok('apply --server-side --field-manager=one -f -', map('{ }'));
    expect(
      JSON.parse(
        await ok(`-n ${namespace} get configmap shared -o jsonpath={.data}`),
      ),
    ).toEqual({ a: '9' });
  });

  it('refusals in the words of an API server', async () => {
    const deployment = manifest('nginx:1');
    expect(
      await refused(
        'create -f -',
        deployment.replace('replicas: 1', 'replicas: 1\n  replicaz: 2'),
      ),
    ).toContain('unknown field "spec.replicaz"');
    expect(
      await refused(
        'create -f -',
        deployment.replace(
          '{ app: web } }\n  template',
          '{ app: other } }\n  template',
        ),
      ),
    ).toContain('`selector` does not match template `labels`');
    expect(await refused('create configmap Bad_Name')).toContain('RFC 1123');
    expect(await refused('get pods nowhere')).toContain(
      'Error from server (NotFound): pods "nowhere" not found',
    );
    expect(
      await ok(
        `create deployment dry -n ${namespace} --image=nginx --dry-run=server -o name`,
      ),
    ).toBe('deployment.apps/dry');
    expect(await refused(`get deployment dry -n ${namespace}`)).toContain(
      'not found',
    );
  });

  it('only what a reader may see', async () => {
    if (!target.readerKubeconfig) {
      return; // the cluster at hand has no such account
    }
    const asReader = (args: string) =>
      run(args, undefined, target.readerKubeconfig);
    expect((await asReader('auth can-i list pods')).text).toBe('yes');
    expect((await asReader('auth can-i list secrets')).text).toBe('no');
    expect((await asReader('get secrets')).stderr).toContain(
      'secrets is forbidden: User "vic" cannot list resource "secrets" in API group "" in the namespace "default"',
    );
    expect((await asReader('delete pod any')).stderr).toContain('forbidden');
  });
});

import { contract, contractCluster, until } from './cluster';
import { CRASHES } from './manifests';

const template = (name: string, container: string, rest = '') => `
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      terminationGracePeriodSeconds: 1
      containers: [{ name: main, ${container} }]
${rest}`;

const workload = (kind: string, name: string, spec: string) => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name} }
spec:
${spec}
`;

describe('a cluster runs', () => {
  const cluster = contractCluster('workloads');
  const ok = (args: string | string[], input?: string) =>
    cluster.admin.ok(args, input);
  const pods = async (app: string) =>
    (await cluster.admin.json(`get pods -l app=${app}`)).items as any[];

  contract(
    'as many pods of a ReplicaSet as it asks for',
    ['controllers'],
    async () => {
      const count = (wanted: number) =>
        until(`${wanted} pods`, async () => {
          const active = (await pods('set')).filter(
            pod => !pod.metadata.deletionTimestamp,
          );
          return active.length === wanted ? active : undefined;
        });
      await ok(
        'create -f -',
        workload(
          'ReplicaSet',
          'set',
          `  replicas: 3${template('set', 'image: nginx')}`,
        ),
      );
      const [first] = await count(3);
      expect(first.metadata.ownerReferences).toEqual([
        expect.objectContaining({
          kind: 'ReplicaSet',
          name: 'set',
          controller: true,
          blockOwnerDeletion: true,
        }),
      ]);
      await ok(`delete pod ${first.metadata.name} --force`);
      await until('another one stands in', async () =>
        (await count(3)).every(pod => pod.metadata.uid !== first.metadata.uid)
          ? true
          : undefined,
      );
      await ok('scale replicaset set --replicas=1');
      await count(1);
      await ok('delete replicaset set --cascade=orphan');
      await ok(
        'create -f -',
        workload(
          'ReplicaSet',
          'heir',
          `  replicas: 1${template('set', 'image: nginx')}`,
        ),
      );
      await until('the orphan is adopted', async () =>
        (await count(1))[0].metadata.ownerReferences?.[0].name === 'heir'
          ? true
          : undefined,
      );
    },
  );

  contract('a StatefulSet in order, with revisions', ['pods'], async () => {
    const set = (image: string) =>
      workload(
        'StatefulSet',
        'db',
        `  replicas: 2\n  serviceName: db${template(
          'db',
          `image: "${image}"`,
        )}`,
      );
    const status = 'rollout status statefulset/db --timeout=120s';
    await ok('apply -f -', set('postgres:17'));
    await ok(status);
    const [zero, one] = await pods('db');
    expect([zero.metadata.name, one.metadata.name]).toEqual(['db-0', 'db-1']);
    expect(Date.parse(one.metadata.creationTimestamp)).toBeGreaterThanOrEqual(
      Date.parse(
        zero.status.conditions.find((each: any) => each.type === 'Ready')
          .lastTransitionTime,
      ),
    );
    await ok('apply -f -', set('postgres:18'));
    await ok(status);
    await ok('rollout undo statefulset/db');
    await ok(status);
    expect((await pods('db')).map(pod => pod.spec.containers[0].image)).toEqual(
      ['postgres:17', 'postgres:17'],
    );
    await ok('scale statefulset db --replicas=1');
    await ok('wait --for=delete pod/db-1 --timeout=90s');
    expect(
      await cluster.admin.refused([
        'patch',
        'statefulset',
        'db',
        '--type=merge',
        '-p',
        '{"spec":{"serviceName":"other"}}',
      ]),
    ).toContain('updates to statefulset spec for fields other than');
    await ok('delete statefulset db --cascade=foreground --timeout=90s');
  });

  contract('a DaemonSet on each node that takes pods', ['pods'], async () => {
    const everywhere = 'tolerations: [{ operator: Exists }]';
    await ok(
      'apply -f -',
      workload(
        'DaemonSet',
        'agent',
        template('agent', 'image: nginx:1.27', `      ${everywhere}`),
      ),
    );
    await ok('rollout status daemonset/agent --timeout=120s');
    const nodes = (await ok('get nodes -o name')).split('\n');
    expect(
      (await pods('agent')).map(pod => `node/${pod.spec.nodeName}`).sort(),
    ).toEqual(nodes.sort());
    await ok('set image daemonset/agent main=nginx:1.28');
    await ok('rollout status daemonset/agent --timeout=120s');
    expect(await ok('rollout history daemonset/agent')).toMatch(/^2\s/m);
    await ok('delete daemonset agent');
  });

  contract('Jobs to their end, from CronJobs too', ['pods'], async () => {
    await ok('create cronjob tick --image=busybox --schedule=@yearly -- date');
    await ok('create job now --from=cronjob/tick');
    await ok('wait --for=condition=complete job/now --timeout=90s');
    expect(await ok('get job now --no-headers')).toMatch(
      /^now\s+Complete\s+1\/1\s+\d+s\s+\d+s$/,
    );
    expect(await ok('get pods -l job-name=now --no-headers')).toMatch(
      /0\/1\s+Completed/,
    );
    expect(await ok('get cronjob tick --no-headers')).toMatch(
      /^tick\s+@yearly\s+<none>\s+False\s+\d\s/,
    );
    await ok('delete job now');
    await ok('wait --for=delete pod -l job-name=now --timeout=60s');
  });

  contract('a Job that fails as often as it may', ['pods'], async () => {
    await ok(
      'create -f -',
      `
apiVersion: batch/v1
kind: Job
metadata: { name: fails }
spec:
  backoffLimit: 0
  template:
    metadata: { annotations: { ${CRASHES} } }
    spec:
      restartPolicy: Never
      containers:
        - { name: main, image: busybox, command: [sh, -c, "exit 1"] }
`,
    );
    await ok('wait --for=condition=failed job/fails --timeout=90s');
    const { status } = await cluster.admin.json('get job fails');
    expect(status).toMatchObject({ failed: 1 });
    expect(status.conditions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'Failed',
          status: 'True',
          reason: 'BackoffLimitExceeded',
          message: 'Job has reached the specified backoff limit',
        }),
      ]),
    );
  });

  contract(
    'what a disruption budget keeps when a node is emptied',
    ['pods'],
    async () => {
      await ok('create deployment kept --image=nginx --replicas=2');
      await ok(
        'create poddisruptionbudget kept --selector=app=kept --min-available=2',
      );
      await ok('rollout status deployment/kept --timeout=120s');
      await until('the budget counts', async () =>
        (await ok('get pdb kept -o jsonpath={.status.currentHealthy}')) === '2'
          ? true
          : undefined,
      );
      const [one] = await pods('kept');
      const drain = `drain ${one.spec.nodeName} --pod-selector=app=kept --ignore-daemonsets --force --timeout=2s`;
      try {
        expect(await cluster.admin.refused(drain)).toContain(
          "Cannot evict pod as it would violate the pod's disruption budget",
        );
        await ok('delete pdb kept');
        await ok(`${drain} --dry-run=server`);
        expect((await pods('kept')).map(pod => pod.metadata.name)).toContain(
          one.metadata.name,
        );
        await ok(drain.replace('2s', '90s'));
        await ok(`wait --for=delete pod/${one.metadata.name} --timeout=90s`);
      } finally {
        await ok(`uncordon ${one.spec.nodeName}`);
        await ok('delete deployment kept');
      }
    },
  );
});

import { contract, contractCluster, until } from './cluster';
import { webDeployment } from './manifests';

describe('a cluster rolls out a Deployment', () => {
  const cluster = contractCluster('rollouts');
  const ok = (args: string | string[], input?: string) =>
    cluster.admin.ok(args, input);
  const image = () =>
    ok(
      'get deployment web -o jsonpath={.spec.template.spec.containers[0].image}',
    );
  const revisions = async (count: number) =>
    until(`${count} revisions`, async () => {
      const text = await ok('rollout history deployment/web');
      const found = text.split('\n').filter(line => /^\d/.test(line));
      return found.length === count ? found : undefined;
    });
  const applied = async (text: string) => {
    await ok('apply -f -', text);
    const { metadata } = await cluster.admin.json('get deployment web');
    await until('it is observed', async () =>
      Number(
        await ok('get deployment web -o jsonpath={.status.observedGeneration}'),
      ) >= metadata.generation
        ? true
        : undefined,
    );
  };
  afterEach(async () => {
    if (cluster.admin) {
      await ok(
        'delete deployment web --cascade=foreground --timeout=90s --ignore-not-found',
      );
    }
  });

  contract('in revisions that it can go back to', ['controllers'], async () => {
    await applied(webDeployment('nginx:1.27'));
    await ok('annotate deployment web kubernetes.io/change-cause=first');
    await until('the revision has its cause', async () =>
      /^1\s+first$/m.test(await ok('rollout history deployment/web'))
        ? true
        : undefined,
    );
    await applied(webDeployment('nginx:1.28'));
    expect(await revisions(2)).toEqual([
      expect.stringMatching(/^1\s+first$/),
      expect.stringMatching(/^2\s+first$/),
    ]);
    expect(await ok('rollout history deployment/web --revision=1')).toMatch(
      /Image:\s+nginx:1\.27/,
    );
    const sets = (await cluster.admin.json('get replicasets')).items;
    expect(
      sets.map((set: any) => [
        set.metadata.labels['pod-template-hash'],
        set.metadata.annotations['deployment.kubernetes.io/desired-replicas'],
        set.spec.selector.matchLabels.app,
      ]),
    ).toEqual(
      sets.map((set: any) => [
        set.metadata.name.slice('web-'.length),
        '2',
        'web',
      ]),
    );

    expect(await ok('rollout undo deployment/web')).toContain('rolled back');
    expect(await image()).toBe('nginx:1.27');
    await until('the first revision is the third', async () =>
      (await revisions(2))[1].startsWith('3') ? true : undefined,
    );
    expect(
      await cluster.admin.refused(
        'rollout undo deployment/web --to-revision=1',
      ),
    ).toContain('unable to find specified revision 1 in history');

    await ok('rollout pause deployment/web');
    await ok('set image deployment/web web=nginx:1.29');
    expect(
      await cluster.admin.refused('rollout undo deployment/web'),
    ).toContain('you cannot rollback a paused deployment');
    expect(await revisions(2)).toHaveLength(2);
    await ok('rollout resume deployment/web');
    await revisions(3);
    await ok('rollout restart deployment/web');
    await revisions(4);
  });

  contract('and says when it gets nowhere', ['controllers'], async () => {
    await applied(
      webDeployment('registry.invalid/none:1', '  progressDeadlineSeconds: 2'),
    );
    expect(
      await cluster.admin.refused(
        'rollout status deployment/web --timeout=60s',
      ),
    ).toContain('deployment "web" exceeded its progress deadline');
    const { conditions } = (await cluster.admin.json('get deployment web'))
      .status;
    expect(conditions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
        }),
        expect.objectContaining({
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
        }),
      ]),
    );
  });

  contract('pod by pod until it is what was asked for', ['pods'], async () => {
    await applied(webDeployment('nginx:1.27'));
    const status = 'rollout status deployment/web --timeout=120s';
    expect(await ok(status)).toContain('successfully rolled out');
    expect(await ok('get deployment web')).toMatch(
      /NAME\s+READY\s+UP-TO-DATE\s+AVAILABLE\s+AGE\nweb\s+2\/2\s+2\s+2\s+\d+s/,
    );
    expect(await ok('get pods --no-headers')).toMatch(
      /^web-\S+\s+2\/2\s+Running\s+0\s+\d+s/,
    );
    expect(await ok('describe pods')).toMatch(
      /Scheduled[\s\S]*Pulled[\s\S]*Created[\s\S]*Started/,
    );
    await ok('wait --for=condition=Available deployment/web --timeout=60s');

    await ok('scale deployment/web --replicas=3');
    await ok(
      'wait --for=jsonpath={.status.readyReplicas}=3 deployment/web --timeout=60s',
    );
    expect((await ok('get pods -o name')).split('\n')).toHaveLength(3);
    await ok('set image deployment/web web=nginx:1.28');
    await ok(status);
    await ok('rollout restart deployment/web');
    await ok(status);
    await ok('rollout undo deployment/web --to-revision=1');
    await ok(status);
    expect(await image()).toBe('nginx:1.27');

    await ok('set image deployment/web web=registry.invalid/none:1');
    await until('a pod waits for its image', async () =>
      /ErrImagePull|ImagePullBackOff/.test(await ok('get pods'))
        ? true
        : undefined,
    );
    const { readyReplicas } = (await cluster.admin.json('get deployment web'))
      .status;
    expect(readyReplicas).toBeGreaterThanOrEqual(3);
  });
});

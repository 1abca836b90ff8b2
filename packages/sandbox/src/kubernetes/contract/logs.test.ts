import { contract, contractCluster, until } from './cluster';
import { CRASHES, pod } from './manifests';

describe('a cluster shows', () => {
  const cluster = contractCluster('logs');
  const ok = (args: string | string[], input?: string) =>
    cluster.admin.ok(args, input);

  contract('what containers write', ['pods'], async () => {
    await ok('create -f -', pod('talks'));
    await ok('wait --for=condition=Ready pod/talks --timeout=90s');
    const all = await until('it has said something', async () => {
      const text = await ok('logs talks');
      return text.split('\n').length >= 2 ? text : undefined;
    });
    expect((await ok('logs talks --tail=1')).split('\n')).toHaveLength(1);
    expect(
      (await ok('logs talks --limit-bytes=10')).length,
    ).toBeLessThanOrEqual(10);
    const stamped = (await ok('logs talks --timestamps')).split('\n')[0];
    expect(stamped).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z /);
    expect(stamped).toContain(all.split('\n')[0]);
    expect(await ok('logs talks --since-time=2100-01-01T00:00:00Z')).toBe('');
    expect(await ok('logs talks --since=1h')).toContain(all.split('\n')[0]);
    expect(await ok('logs -l app=talks --prefix --tail=1')).toMatch(
      /^\[pod\/talks\/main\] /,
    );
    // It ends by itself when the pod does.
    const following = cluster.admin.start('logs talks --follow');
    await until('it follows', async () => following.text() || undefined);
    await ok('delete pod talks');
    expect((await following.ended).text).toContain(all.split('\n')[0]);
    expect(await cluster.admin.refused('logs talks')).toContain('not found');
  });

  contract('what they wrote before they crashed', ['pods'], async () => {
    const crash =
      '      command: [sh, -c, "echo Reading configuration; exit 1"]';
    await ok(
      'create -f -',
      pod('crashes', crash).replace(
        'labels:',
        `annotations: { ${CRASHES} }, labels:`,
      ),
    );
    await until('it was started again', async () =>
      Number(
        await ok(
          'get pod crashes -o jsonpath={.status.containerStatuses[0].restartCount}',
        ),
      ) >= 1
        ? true
        : undefined,
    );
    expect(await ok('logs crashes --previous')).toContain(
      'Reading configuration',
    );
    expect(await ok('describe pod crashes')).toMatch(
      /Last State:\s+Terminated\n\s+Reason:\s+Error\n\s+Exit Code:\s+1/,
    );
    await until('it waits longer and longer', async () =>
      /CrashLoopBackOff/.test(await ok('get pod crashes')) ? true : undefined,
    );
    expect(
      await ok('get events --field-selector involvedObject.name=crashes'),
    ).toMatch(/Warning\s+BackOff\s+pod\/crashes\s+Back-off restarting failed/);
    await ok('create -f -', pod('well'));
    await ok('wait --for=condition=Ready pod/well --timeout=90s');
    expect(await cluster.admin.refused('logs well --previous')).toContain(
      'previous terminated container "main" in pod "well" not found',
    );
    expect(await cluster.admin.refused('logs well -c other')).toContain(
      'container other is not valid for pod well',
    );
    await ok('delete pod crashes well --force');
  });

  contract('what everything uses', ['metrics'], async () => {
    await ok('create -f -', pod('busy'));
    await ok('wait --for=condition=Ready pod/busy --timeout=90s');
    await until('it is measured', async () =>
      (await cluster.admin.run('top pod busy')).status === 0 ? true : undefined,
    );
    expect(await ok('top pod busy --containers --no-headers')).toMatch(
      /^busy\s+main\s+\d+m\s+\d+Mi$/,
    );
    expect(await ok('top nodes --no-headers')).toMatch(
      /^\S+\s+\d+m\s+\d+%\s+\d+Mi\s+\d+%$/m,
    );
  });
});

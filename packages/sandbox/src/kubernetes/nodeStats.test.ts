import { createKubernetesSandbox, manualClock } from '.';

const GIB = 2 ** 30;

describe("a node's kubelet", () => {
  it('tells what its pods use, and how full their volumes are, until nobody reaches it', async () => {
    const clock = manualClock();
    const sandbox = await createKubernetesSandbox({
      port: 0,
      clock,
      users: [{ token: 't', name: 'admin', groups: [], role: 'admin' }],
      nodes: [{ name: 'node-1', cpu: 4, memoryGi: 8 }],
      logger: { info() {}, warn() {}, error() {} },
    });
    await sandbox.start();
    sandbox.api.create({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'default' },
      spec: {
        serviceName: 'db',
        selector: { matchLabels: { app: 'db' } },
        template: {
          metadata: { labels: { app: 'db' } },
          spec: { containers: [{ name: 'db', image: 'postgres:17' }] },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '4Gi' } },
            },
          },
        ],
      },
    });
    clock.advance(5_000);
    const ask = async (path: string) => {
      const answer = await fetch(
        `${sandbox.url}/api/v1/nodes/node-1/proxy${path}`,
        { headers: { authorization: 'Bearer t' } },
      );
      return { status: answer.status, text: await answer.text() };
    };
    const summary = async () =>
      JSON.parse((await ask('/stats/summary')).text).pods[0];

    expect(await summary()).toMatchObject({
      podRef: { name: 'db-0', namespace: 'default' },
      containers: [{ name: 'db' }],
      volume: [
        {
          name: 'data',
          capacityBytes: 4 * GIB,
          pvcRef: { name: 'data-db-0', namespace: 'default' },
        },
      ],
    });
    sandbox.programs.disturb({ written: { 'default/data-db-0': 3 * GIB } });
    expect((await summary()).volume[0]).toMatchObject({
      usedBytes: 3 * GIB,
      availableBytes: GIB,
    });
    expect((await ask('/nothing')).status).toBe(404);
    sandbox.programs.disturb({ nodes: ['node-1'] });
    expect((await ask('/stats/summary')).status).toBe(503);
    await sandbox.stop();
  });
});

import { KubeStatusError } from './KubeApi';
import type { PodObject } from './objects';
import { readLogs, readPodLog } from './podLogs';

const pod = (name: string): PodObject => ({
  metadata: { name, namespace: 'shop-prod' },
  spec: { containers: [{ name: 'app' }] },
});

/** Answers for pods' logs as the kubelet does, by the pod's name. */
function logs(written: Record<string, string | number>) {
  const asked: Array<{ path: string; query: Record<string, string> }> = [];
  return {
    asked,
    async text(path: string, query: Record<string, string>) {
      asked.push({ path, query });
      const text = written[path.split('/')[6]];
      if (typeof text === 'number') {
        throw new KubeStatusError(text, 'no');
      }
      return text;
    },
  };
}

describe('Logs', () => {
  it('are of all copies by time, redacted, and no more than was asked for', async () => {
    const api = logs({
      a: '2026-11-16T09:00:01.5Z one\n2026-11-16T09:00:03.5Z password=hunter2\n',
      b: '2026-11-16T09:00:02.5Z two\nwithout a time\n',
    });
    const lines = await readLogs(api, [pod('a'), pod('b')], { lines: 3 });
    expect(lines.map(({ at, text }) => [at, text])).toEqual([
      ['2026-11-16T09:00:01.5Z', 'one'],
      ['2026-11-16T09:00:02.5Z', 'two'],
      ['2026-11-16T09:00:03.5Z', 'password=[hidden]'],
    ]);
    expect(api.asked[0]).toEqual({
      path: '/api/v1/namespaces/shop-prod/pods/a/log',
      query: {
        container: 'app',
        timestamps: 'true',
        tailLines: '3',
        limitBytes: '524288',
      },
    });
  });

  it('are searched whatever the case, and further up than is shown', async () => {
    const api = logs({ a: 'An Error\nfine\n' });
    const lines = await readLogs(api, [pod('a')], {
      query: 'error',
      sinceSeconds: 60,
      previous: true,
      lines: 1,
    });
    expect(lines.map(({ text }) => text)).toEqual(['An Error']);
    expect(api.asked[0].query).toMatchObject({
      tailLines: '2000',
      sinceSeconds: '60',
      previous: 'true',
    });
  });

  it('are nothing of what never started, and a sentence where they may not be read', async () => {
    expect(
      await readLogs(logs({ a: 400, b: 'x\n' }), [pod('a'), pod('b')]),
    ).toHaveLength(1);
    await expect(readLogs(logs({ a: 403 }), [pod('a')])).rejects.toThrow(
      'The portal may not read logs in this cluster. Nothing was changed; the platform team can allow it (get on pods/log).',
    );
    await expect(
      readPodLog(logs({ a: 404 }), {
        namespace: 'shop-prod',
        pod: 'a',
        container: 'app',
        lines: 10,
      }),
    ).rejects.toMatchObject({ code: 404 });
  });
});

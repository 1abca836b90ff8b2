import { mockServices } from '@backstage/backend-test-utils';
import { WATCHED_KINDS } from './kinds';
import { KubeStatusError, type KubeApi } from './KubeApi';
import { KubernetesClusterReader } from './KubernetesClusterReader';

const VELERO = '/apis/velero.io/';

/** A cluster with nothing in it that answers so for what is Velero's. */
function readerOf(velero: () => { items: [] }) {
  const answer = (path: string) =>
    path.startsWith(VELERO) ? velero() : { items: [] };
  const api = {
    list: async (path: string) => ({
      ...answer(path),
      metadata: { resourceVersion: '1' },
    }),
    watch: (_path, _query, { onOpen }, signal) =>
      new Promise<void>(done => {
        onOpen();
        signal.addEventListener('abort', () => done());
      }),
    patch: async () => {},
  } as Partial<KubeApi> as KubeApi;
  return new KubernetesClusterReader({
    api,
    logger: mockServices.logger.mock(),
    argocdNamespace: 'argocd',
  });
}

async function backupsWhere(velero: () => { items: [] }) {
  const reader = readerOf(velero);
  expect(() => reader.backups()).toThrow('The cluster is not answering');
  reader.start();
  await new Promise(resolve => setImmediate(resolve));
  const answer = { ready: reader.ready(), backups: reader.backups() };
  await reader.stop();
  return answer;
}

describe('a cluster with and without Velero', () => {
  it('has backups, be it none', async () => {
    expect(WATCHED_KINDS.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Backup', 'PodVolumeBackup']),
    );
    expect(await backupsWhere(() => ({ items: [] }))).toEqual({
      ready: true,
      backups: [],
    });
  });

  it.each([
    [404, 'the server could not find the requested resource'],
    [403, 'backups.velero.io is forbidden'],
  ])(
    'has none to offer where it answers %i, and all else goes on',
    async (code, message) => {
      expect(
        await backupsWhere(() => {
          throw new KubeStatusError(code, message);
        }),
      ).toEqual({ ready: true, backups: undefined });
    },
  );
});

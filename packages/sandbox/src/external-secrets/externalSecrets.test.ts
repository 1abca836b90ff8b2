import type { KubeObject } from '../kubernetes/types';
import { manualClock } from '../kubernetes/clock';
import { MemoryCluster } from '../testing';
import { SecretsStore } from '../vault';
import { startExternalSecrets } from '.';

const API = 'external-secrets.io/v1';
const ref = (kind: string, name: string) => ({
  apiVersion: kind === 'Secret' ? 'v1' : API,
  kind,
  namespace: 'blog',
  name,
});

describe('ExternalSecrets', () => {
  const time = manualClock();
  let cluster: MemoryCluster;
  let vault: SecretsStore;
  let stop: () => void;
  let errors: string[];

  const settled = () =>
    new Promise(resolve => setImmediate(() => setImmediate(resolve)));
  const external = (spec: object): KubeObject => ({
    apiVersion: API,
    kind: 'ExternalSecret',
    metadata: { namespace: 'blog', name: 'db' },
    spec: {
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      ...spec,
    },
  });
  const ready = () =>
    cluster.get(ref('ExternalSecret', 'db'))?.status?.conditions?.[0];
  const data = () => {
    const secret = cluster.get(ref('Secret', 'db'));
    return (
      secret &&
      Object.fromEntries(
        Object.entries<string>(secret.data).map(([k, v]) => [
          k,
          Buffer.from(v, 'base64').toString(),
        ]),
      )
    );
  };

  beforeEach(() => {
    cluster = new MemoryCluster();
    cluster.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'blog' },
    });
    let kept: any;
    vault = new SecretsStore(
      {
        read: () => kept,
        write: value => {
          kept = value;
        },
      },
      () => time.now(),
    );
    errors = [];
    stop = startExternalSecrets({
      cluster,
      clock: time,
      provider: {
        read: path => vault.read(path)?.data,
        onChange: l => vault.onChange(l),
      },
      logger: {
        info() {},
        warn() {},
        error: (message, error) => errors.push(`${message} ${error}`),
      },
    });
  });
  afterEach(() => {
    stop();
    if (errors.length) {
      throw new Error(errors.join('\n'));
    }
  });
  const store = () =>
    cluster.create({
      apiVersion: API,
      kind: 'ClusterSecretStore',
      metadata: { name: 'vault' },
      spec: {
        provider: {
          vault: {
            server: 'https://vault.example.com',
            path: 'secret',
            version: 'v2',
          },
        },
      },
    });

  it('become Secrets that they own, follow Vault, and are put right when somebody meddles', async () => {
    store();
    vault.write('teams/events/blog/db', { username: 'blog', password: 'p1' });
    cluster.create(
      external({
        dataFrom: [{ extract: { key: 'teams/events/blog/db' } }],
        data: [
          {
            secretKey: 'PASS',
            remoteRef: {
              key: 'secret/data/teams/events/blog/db',
              property: 'password',
            },
          },
        ],
      }),
    );
    await settled();
    expect(data()).toEqual({ username: 'blog', password: 'p1', PASS: 'p1' });
    expect(ready()).toMatchObject({ status: 'True', reason: 'SecretSynced' });
    expect(cluster.get(ref('Secret', 'db'))?.metadata.ownerReferences).toEqual([
      expect.objectContaining({
        kind: 'ExternalSecret',
        name: 'db',
        controller: true,
      }),
    ]);
    expect(
      cluster.list(API, 'ClusterSecretStore')[0].status.conditions[0],
    ).toMatchObject({ status: 'True', reason: 'Valid' });

    vault.write('teams/events/blog/db', { username: 'blog', password: 'p2' });
    await settled();
    expect(data()).toMatchObject({ password: 'p2', PASS: 'p2' });
    cluster.delete(ref('Secret', 'db'));
    await settled();
    expect(data()).toMatchObject({ password: 'p2' });
  });

  it('say what is missing, and go on as soon as it is there', async () => {
    cluster.create(
      external({
        data: [
          {
            secretKey: 'p',
            remoteRef: { key: 'teams/x', property: 'password' },
          },
        ],
      }),
    );
    await settled();
    expect(ready()).toMatchObject({
      status: 'False',
      reason: 'SecretSyncedError',
    });
    expect(ready().message).toContain('ClusterSecretStore "vault" not found');
    store();
    await settled();
    expect(ready().message).toContain('Secret does not exist');
    vault.write('teams/x', { other: '1' });
    await settled();
    expect(ready().message).toContain(
      'cannot find secret data for key: "password"',
    );
    expect(data()).toBeUndefined();
    vault.write('teams/x', { password: 'p' });
    await settled();
    expect(ready().status).toBe('True');
    expect(data()).toEqual({ p: 'p' });
  });

  it('leave a Secret alone that belongs to somebody else', async () => {
    store();
    vault.write('teams/x', { password: 'p' });
    cluster.create({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace: 'blog', name: 'db' },
      data: {},
    });
    cluster.create(external({ dataFrom: [{ extract: { key: 'teams/x' } }] }));
    await settled();
    expect(ready().message).toContain('is not owned by');
    expect(data()).toEqual({});
    cluster.delete(ref('Secret', 'db'));
    time.advance(1_000);
    await settled();
    expect(data()).toEqual({ password: 'p' });
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import {
  jsonFile,
  SecretsStore,
  startVault,
  type RunningServer,
} from '@aiops-portal/sandbox';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePassword } from './passwords';
import { VaultSecretStore } from './VaultSecretStore';

const PATH = 'teams/marketing/marketing-dev/blog db';

describe('VaultSecretStore', () => {
  let folder: string;
  let vault: RunningServer;

  const storeOf = (token = 'create-only') =>
    VaultSecretStore.fromConfig(
      mockServices.rootConfig({
        data: { aiopsAgent: { vault: { address: `${vault.url}/`, token } } },
      }),
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vault-store-'));
    const now = () => new Date('2026-11-24T10:00:00Z');
    vault = await startVault({
      store: new SecretsStore(jsonFile(join(folder, 'secrets.json')), now),
      tokens: [
        { token: 'root', displayName: 'root' },
        {
          token: 'create-only',
          displayName: 'portal',
          rules: [
            { path: 'secret/data/teams/*', capabilities: ['create', 'read'] },
            { path: 'secret/subkeys/teams/*', capabilities: ['read'] },
          ],
        },
        { token: 'nothing', displayName: 'nothing', rules: [] },
      ],
      host: '127.0.0.1',
      port: 0,
      now,
      logger: { info() {}, warn() {}, error() {} },
    });
  });
  afterEach(async () => {
    await vault.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['create-only', 'root'])(
    'makes passwords once, names their keys and gives the values (%s token)',
    async token => {
      const store = storeOf(token);
      await expect(store.keys(PATH)).resolves.toBeUndefined();
      await expect(store.reveal(PATH)).rejects.toMatchObject({
        name: 'NotFoundError',
      });

      const request = {
        path: PATH,
        values: {
          username: { value: 'blog' },
          password: { generate: 'password' as const },
          pin: { generate: 'password' as const, length: 8 },
        },
      };
      await expect(store.create(request)).resolves.toEqual({ created: true });
      const first = await store.reveal(PATH);
      expect(first).toEqual({
        username: 'blog',
        password: expect.stringMatching(/^[A-HJ-NP-Za-km-z2-9]{24}$/),
        pin: expect.stringMatching(/^[A-HJ-NP-Za-km-z2-9]{8}$/),
      });

      await expect(store.create(request)).resolves.toEqual({ created: false });
      await expect(store.reveal(PATH)).resolves.toEqual(first);
      await expect(store.keys(PATH)).resolves.toEqual(
        expect.arrayContaining(['username', 'password', 'pin']),
      );
    },
  );

  it('says what is wrong without a value, a token or an answer in it', async () => {
    const request = { path: PATH, values: { password: { value: 's3cret' } } };
    await expect(storeOf('nothing').create(request)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('does not let the portal use'),
    });
    await expect(
      storeOf().create({ ...request, path: 'teams/../sys/raw' }),
    ).rejects.toMatchObject({ name: 'InputError' });

    let answer = '{"data":{"data":{"password":"s3cret"';
    const silent: Server = createServer((_, response) => {
      if (answer) {
        response.setHeader('content-type', 'application/json');
        response.end(answer);
      }
    });
    await new Promise<void>(done => silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as AddressInfo;
    const store = new VaultSecretStore({
      address: `http://127.0.0.1:${port}`,
      token: 'hvs.token',
      mount: 'secret',
      timeoutMs: 100,
    });
    const broken = await store.reveal(PATH).catch(error => error);
    answer = '';
    const slow = await store.create(request).catch(error => error);
    await new Promise<void>(done => {
      silent.close(() => done());
      silent.closeAllConnections();
    });
    const gone = await store.keys(PATH).catch(error => error);
    for (const error of [broken, slow, gone]) {
      expect(error.name).toBe('ServiceUnavailableError');
      expect(`${error.stack}${error.cause}`).not.toMatch(/s3cret|hvs\.token/);
    }
  });
});

it('makes passwords that begin with a letter and hold a digit', () => {
  for (let i = 0; i < 500; i++) {
    expect(generatePassword(6)).toMatch(/^[A-Za-z](?=.*\d)[A-Za-z2-9]{5}$/);
  }
});

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from '../http';
import { jsonFile } from '../state';
import { PORTAL_RULES, SecretsStore, startVault } from '.';

const logger = { info() {}, warn() {}, error() {} };
const now = () => new Date('2026-11-02T08:00:00Z');

describe('Vault', () => {
  let folder: string;
  let vault: RunningServer;
  const file = () => join(folder, 'vault', 'secrets.json');

  const start = async () => {
    vault = await startVault({
      store: new SecretsStore(jsonFile(file()), now),
      tokens: [
        { token: 'root', displayName: 'root' },
        { token: 'portal', displayName: 'portal', rules: PORTAL_RULES },
      ],
      host: '127.0.0.1',
      port: 0,
      now,
      logger,
    });
  };
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    token = 'portal',
  ) => {
    const response = await fetch(`${vault.url}/v1/${path}`, {
      method,
      headers: token ? { 'x-vault-token': token } : {},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
    };
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-vault-'));
    await start();
  });
  afterEach(async () => {
    await vault.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('creates a secret once with cas 0, gives its versions and names, and keeps it in a private file', async () => {
    const path = 'secret/data/teams/events/blog/db';
    const first = await call('POST', path, {
      options: { cas: 0 },
      data: { password: 'p1' },
    });
    expect(first).toMatchObject({
      status: 200,
      body: { data: { version: 1, destroyed: false } },
    });
    const again = await call('PUT', path, {
      options: { cas: 0 },
      data: { password: 'p2' },
    });
    expect(again).toEqual({
      status: 400,
      body: {
        errors: ['check-and-set parameter did not match the current version'],
      },
    });
    await call('POST', path, {
      options: { cas: 1 },
      data: { password: 'p3', user: 'blog' },
    });

    await vault.close();
    await start();
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await call('GET', path)).body.data).toEqual({
      data: { password: 'p3', user: 'blog' },
      metadata: {
        created_time: '2026-11-02T08:00:00.000Z',
        custom_metadata: null,
        deletion_time: '',
        destroyed: false,
        version: 2,
      },
    });
    expect((await call('GET', `${path}?version=1`)).body.data.data).toEqual({
      password: 'p1',
    });
    expect(
      (await call('GET', 'secret/subkeys/teams/events/blog/db')).body.data
        .subkeys,
    ).toEqual({
      password: null,
      user: null,
    });
    expect(
      (await call('GET', 'secret/metadata/teams/events/?list=true')).body.data
        .keys,
    ).toEqual(['blog/']);
    expect(
      (await call('GET', 'secret/metadata/teams/events/blog?list=true')).body
        .data.keys,
    ).toEqual(['db']);
    expect(
      (await call('GET', 'secret/metadata/teams/events/blog/db')).body.data
        .current_version,
    ).toBe(2);
  });

  it('deletes so that it can be undone, and destroys for good', async () => {
    const path = 'teams/shop/db';
    await call('POST', `secret/data/${path}`, { data: { a: '1' } });
    expect(
      (await call('DELETE', `secret/data/${path}`, undefined, 'root')).status,
    ).toBe(204);
    const gone = await call('GET', `secret/data/${path}`);
    expect(gone.status).toBe(404);
    expect(gone.body.data).toMatchObject({
      data: null,
      metadata: { deletion_time: '2026-11-02T08:00:00.000Z' },
    });
    await call('POST', `secret/undelete/${path}`, { versions: [1] }, 'root');
    expect((await call('GET', `secret/data/${path}`)).body.data.data).toEqual({
      a: '1',
    });
    await call(
      'PATCH',
      `secret/data/${path}`,
      { data: { a: null, b: '2' } },
      'root',
    );
    expect((await call('GET', `secret/data/${path}`)).body.data.data).toEqual({
      b: '2',
    });
    await call('POST', `secret/destroy/${path}`, { versions: [1, 2] }, 'root');
    expect((await call('GET', `secret/data/${path}`)).status).toBe(404);
    await call('DELETE', `secret/metadata/${path}`, undefined, 'root');
    expect(await call('GET', `secret/metadata/${path}`)).toEqual({
      status: 404,
      body: { errors: [] },
    });
  });

  it("keeps the portal to the secrets of teams and strangers out, in Vault's words", async () => {
    const denied = {
      status: 403,
      body: { errors: ['1 error occurred:\n\t* permission denied\n\n'] },
    };
    expect(await call('GET', 'secret/data/teams/x', undefined, '')).toEqual(
      denied,
    );
    expect(
      await call('GET', 'secret/data/teams/x', undefined, 'guess'),
    ).toEqual(denied);
    expect(await call('POST', 'secret/data/platform/x', { data: {} })).toEqual(
      denied,
    );
    expect(await call('DELETE', 'secret/data/teams/x')).toEqual(denied);
    expect(
      (await call('GET', 'secret/data/teams/%2e%2e/platform/x')).status,
    ).toBeGreaterThanOrEqual(400);
    expect(await call('GET', 'secret/data/teams/none')).toEqual({
      status: 404,
      body: { errors: [] },
    });
    expect(await call('POST', 'secret/data/teams/x', { value: 1 })).toEqual({
      status: 400,
      body: { errors: ['no data provided'] },
    });
    expect((await call('GET', 'other/data/x')).body.errors[0]).toMatch(
      /no handler for route/,
    );
    expect((await call('PATCH', 'secret/metadata/teams/x')).status).toBe(405);
    expect(await call('GET', 'sys/health', undefined, '')).toMatchObject({
      status: 200,
      body: { initialized: true, sealed: false },
    });
  });
});

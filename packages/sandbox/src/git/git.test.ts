import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningServer } from '../http';
import { openRepository, startGitRemote, type PlatformRepository } from '.';

const run = promisify(execFile);
const logger = { info() {}, warn() {}, error() {} };

describe('the Git remote', () => {
  let folder: string;
  let repository: PlatformRepository;
  let remote: RunningServer;

  const seed = () => join(folder, 'gitops');
  const open = () =>
    openRepository({
      directory: join(folder, 'state', 'platform.git'),
      seedDirectory: seed(),
      branch: 'main',
      now: new Date('2026-11-02T08:00:00Z'),
    });
  const serve = () =>
    startGitRemote({
      repository,
      username: 'portal',
      password: 'correct',
      host: '127.0.0.1',
      port: 0,
      logger,
    });
  const address = (password = 'correct') =>
    `${remote.url.replace('//', `//portal:${password}@`)}/platform.git`;
  const git = (cwd: string, ...args: string[]) =>
    run(
      'git',
      [
        '-c',
        'user.name=Maya',
        '-c',
        'user.email=maya@corp.example.com',
        ...args,
      ],
      {
        cwd,
        env: { PATH: process.env.PATH, HOME: folder, GIT_TERMINAL_PROMPT: '0' },
      },
    ).then(({ stdout }) => stdout.trim());
  const clone = async (name: string) => {
    await git(folder, 'clone', '-q', address(), name);
    return join(folder, name);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-git-'));
    await mkdir(join(seed(), 'k8s-manifests'), { recursive: true });
    await writeFile(join(seed(), 'k8s-manifests', 'a.yaml'), 'a: 1\n');
    repository = await open();
    remote = await serve();
  });

  afterEach(async () => {
    await remote.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is cloned with one commit of the platform team, takes a push and tells of it', async () => {
    const heads: string[] = [];
    repository.onHeadChange(head => heads.push(head));
    const work = await clone('work');
    expect(
      await git(work, 'log', '--format=%an <%ae> %ad', '--date=iso-strict'),
    ).toMatch(
      /^Platform team <platform@corp\.example\.com> 2026-11-02T08:00:00/,
    );
    expect(await readFile(join(work, 'k8s-manifests/a.yaml'), 'utf8')).toBe(
      'a: 1\n',
    );

    await writeFile(
      join(work, 'k8s-manifests', 'ü <b>.yaml'),
      'b: "<script>"\n',
    );
    await git(work, 'add', '.');
    await git(work, 'commit', '-qm', 'Add <b>', '-m', 'Request-Id: REQ-1');
    await git(work, 'push', '-q');
    const sha = await git(work, 'rev-parse', 'HEAD');
    expect(heads).toEqual([sha]);
    const files = await repository.files(sha, ['k8s-manifests']);
    expect([...files]).toEqual([
      ['k8s-manifests/a.yaml', 'a: 1\n'],
      ['k8s-manifests/ü <b>.yaml', 'b: "<script>"\n'],
    ]);

    const page = await fetch(`${remote.url}/platform/commit/${sha}`);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('Add &lt;b&gt;');
    expect(text).toContain('Request-Id: REQ-1');
    expect(text).toContain('+b: &quot;&lt;script&gt;&quot;\n</span>');
    expect(text).not.toContain('<script>');
    const none = await fetch(`${remote.url}/platform/commit/${'0'.repeat(40)}`);
    expect(none.status).toBe(404);
  });

  it('keeps its history through a restart, refuses to rewrite or delete it, and takes large pushes', async () => {
    const work = await clone('work');
    const noise = Array.from(
      { length: 200_000 },
      (_, i) => (i * 7919) % 9973,
    ).join('\n');
    await writeFile(join(work, 'large.txt'), noise);
    await git(work, 'add', '.');
    await git(work, 'commit', '-qm', 'Large');
    await git(work, 'push', '-q');
    const sha = await git(work, 'rev-parse', 'HEAD');

    await remote.close();
    await writeFile(
      join(folder, 'state/platform.git/refs/heads/main.lock'),
      '',
    );
    repository = await open();
    remote = await serve();
    expect(await repository.head()).toBe(sha);

    const other = await clone('other');
    await git(other, 'commit', '-q', '--amend', '-m', 'Rewritten');
    await expect(git(other, 'push', '-q')).rejects.toThrow(/rejected/);
    await expect(git(other, 'push', '-qf')).rejects.toThrow(/non-fast-forward/);
    await expect(git(other, 'push', '-q', 'origin', ':main')).rejects.toThrow(
      /denied|refus|prohibited/,
    );
    expect(await repository.head()).toBe(sha);
  });

  it('lets nobody in without the password, and answers only to names of this machine', async () => {
    await expect(
      git(folder, 'clone', '-q', address('wrong'), 'x'),
    ).rejects.toThrow(/Authentication failed/);
    const refs = `${remote.url}/platform.git/info/refs?service=git-receive-pack`;
    expect((await fetch(refs)).status).toBe(401);
    for (const path of [
      '/platform.git/config',
      '/../etc/passwd',
      '/platform.git/info/refs?service=git-evil',
    ]) {
      expect((await fetch(remote.url + path)).status).toBe(404);
    }
    const status = await new Promise(resolve =>
      request(refs, { headers: { host: 'evil.example.com' } }, res => {
        res.resume();
        resolve(res.statusCode);
      }).end(),
    );
    expect(status).toBe(421);
  });

  it('names the port when it is taken', async () => {
    await expect(
      startGitRemote({
        repository,
        username: 'portal',
        password: 'x',
        host: '127.0.0.1',
        port: remote.port,
        logger,
      }),
    ).rejects.toThrow(
      `Port ${remote.port} on 127.0.0.1 is in use, so the sandbox's Git remote cannot start. Stop what listens there, or choose other ports with AIOPS_SANDBOX_PORT.`,
    );
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MirroredGitRepository } from './MirroredGitRepository';
import { parseRemote } from './remote';
import { serveGit } from './testing/serveGit';

const NAMESPACE =
  'k8s-manifests/platform/environments/shop-prod/namespace.yaml';
const OURS = { name: 'Portal', email: 'portal@corp.example.com' };

// Real git, many processes a test, on machines that do other things too.
jest.setTimeout(60_000);

let root: string;
let remote: string;

function git(directory: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: directory,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: root,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@corp.example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@corp.example.com',
    },
  }).trim();
}

/** Ada changes the repository by hand. */
function handCommit(
  message: string,
  files: Record<string, string>,
  ...args: string[]
): string {
  const work = join(root, 'work');
  rmSync(work, { recursive: true, force: true });
  git(root, 'clone', '--quiet', '--branch', 'main', remote, work);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), content);
  }
  git(work, 'add', '--all');
  git(work, 'commit', '--quiet', '--message', message, ...args);
  git(work, 'push', '--quiet', 'origin', 'main');
  return git(work, 'rev-parse', 'HEAD');
}

function repository(
  options: {
    url?: string;
    username?: string;
    password?: string;
    mirror?: string;
  } = {},
) {
  return new MirroredGitRepository({
    remote: parseRemote({ ...options, url: options.url ?? remote }),
    branch: 'main',
    directory: join(root, options.mirror ?? 'mirror'),
    committer: OURS,
    logger: mockServices.logger.mock(),
    commitUrl: 'https://git.corp.example.com/commit/{sha}',
    fileUrl: 'https://git.corp.example.com/src/{path}',
    now: () => new Date('2026-11-24T10:00:00Z'),
  });
}

const request = (id: string, path: string, content?: string) => ({
  subject: `Deploy ${id}`,
  trailers: [
    ['Request-Id', id],
    ['Plan-Hash', 'abc'],
  ] as Array<[string, string]>,
  edits: [{ path, content }],
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'git-repository-'));
  remote = join(root, 'remote.git');
  const seed = join(root, 'seed');
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(root, 'init', '--quiet', '--initial-branch=main', seed);
  mkdirSync(dirname(join(seed, NAMESPACE)), { recursive: true });
  writeFileSync(join(seed, NAMESPACE), 'kind: Namespace\n# schön 🌍\n');
  writeFileSync(join(seed, 'logo.png'), Buffer.from([0x89, 0x50, 0, 1]));
  git(seed, 'add', '--all');
  git(seed, 'commit', '--quiet', '--message', 'Begin');
  git(seed, 'push', '--quiet', remote, 'main');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('MirroredGitRepository', () => {
  it('reads text files and follows what others push', async () => {
    const repo = repository();
    const heads: string[] = [];
    const stop = repo.onHeadChange(head => heads.push(head));

    const first = await repo.head();
    expect(first).toBe(git(remote, 'rev-parse', 'main'));
    expect([...(await repo.files(first))]).toEqual([
      [NAMESPACE, 'kind: Namespace\n# schön 🌍\n'],
    ]);

    const second = handCommit('Add', { 'k8s-manifests/apps/a/b/c.yaml': 'x' });
    expect(await repo.head()).toBe(first);
    expect(await repo.refresh()).toBe(second);
    expect([...(await repo.files(second)).keys()]).toEqual([
      'k8s-manifests/apps/a/b/c.yaml',
      NAMESPACE,
    ]);
    expect([...(await repo.files(first)).keys()]).toEqual([NAMESPACE]);
    expect(heads).toEqual([first, second]);

    stop();
    handCommit('More', { 'k8s-manifests/d': 'x' });
    await repo.refresh();
    expect(heads).toHaveLength(2);

    await expect(repo.files('0'.repeat(40))).rejects.toThrow(
      'has no commit 000000000000',
    );
    expect(repo.commitUrl('abc')).toBe(
      'https://git.corp.example.com/commit/abc',
    );
    expect(repo.fileUrl('a b/c')).toBe(
      'https://git.corp.example.com/src/a%20b/c',
    );
  });

  it('pushes many commits together and finds them by their trailers', async () => {
    const repo = repository();
    const base = await repo.head();
    const shas = await repo.commit(base, [
      request('REQ-1', 'k8s-manifests/apps/shop-prod/a/a.yaml', 'a: 1\n'),
      request('REQ-2', 'k8s-manifests/apps/shop-prod/b/b.yaml', 'b: ü\n'),
      request('REQ-3', NAMESPACE),
    ]);

    expect(git(remote, 'rev-list', '--reverse', `${base}..main`)).toBe(
      shas.join('\n'),
    );
    expect(await repo.head()).toBe(shas[2]);
    expect(git(remote, 'ls-tree', '-r', '--name-only', 'main')).toBe(
      [
        'k8s-manifests/apps/shop-prod/a/a.yaml',
        'k8s-manifests/apps/shop-prod/b/b.yaml',
        'logo.png',
      ].join('\n'),
    );
    expect(
      git(remote, 'show', `main:k8s-manifests/apps/shop-prod/b/b.yaml`),
    ).toBe('b: ü');
    git(remote, 'fsck', '--strict');

    expect(await repo.findByTrailer('Request-Id', 'REQ-2')).toEqual([
      {
        sha: shas[1],
        parent: shas[0],
        subject: 'Deploy REQ-2',
        author: 'Portal',
        committerEmail: OURS.email,
        at: '2026-11-24T10:00:00.000Z',
        trailers: { 'Request-Id': 'REQ-2', 'Plan-Hash': 'abc' },
        paths: ['k8s-manifests/apps/shop-prod/b/b.yaml'],
      },
    ]);
    expect(await repo.findByTrailer('Request-Id', 'REQ')).toEqual([]);
    expect(
      (await repo.log({ path: 'k8s-manifests/apps/shop-prod', limit: 5 })).map(
        commit => commit.subject,
      ),
    ).toEqual(['Deploy REQ-2', 'Deploy REQ-1']);
    expect(await repo.log({ limit: 1 })).toHaveLength(1);

    expect(await repo.isAncestor(base, shas[2])).toBe(true);
    expect(await repo.isAncestor(shas[2], shas[2])).toBe(true);
    expect(await repo.isAncestor(shas[2], base)).toBe(false);
    expect(await repo.isAncestor('1'.repeat(40), base)).toBe(false);
    expect(await repo.isAncestor('--all', base)).toBe(false);
  });

  it('asks the remote about a commit that it does not know yet', async () => {
    const repo = repository();
    const base = await repo.head();
    const newer = handCommit('Newer', { 'k8s-manifests/x': '1' });
    expect(await repo.isAncestor(base, newer)).toBe(true);
    expect(await repo.head()).toBe(newer);
  });

  it('believes only commits of its own committer', async () => {
    const repo = repository();
    handCommit('Forged\n\nRequest-Id: REQ-7', { 'k8s-manifests/x': '1' });
    await repo.refresh();
    expect(await repo.findByTrailer('Request-Id', 'REQ-7')).toEqual([]);
  });

  it('keeps what people wrote out of the trailers', async () => {
    const repo = repository();
    const words = [
      'Please\n\nRequest-Id: REQ-66\nApproved-by: everyone',
      'Request-Id: REQ-66',
      'Request-Id : REQ-66\r\n\r\nRequest-Id: REQ-66',
      '---\nRequest-Id: REQ-66',
      'Hi\u2028Request-Id: REQ-66\u0000\u0085',
    ];
    const base = await repo.head();
    await repo.commit(
      base,
      words.flatMap((body, index) => [
        {
          subject: `Mine: ${body}`,
          body,
          trailers: [['Requested-by', `user:x\nRequest-Id: REQ-66`]],
          edits: [{ path: 'k8s-manifests/x', content: `${index}` }],
        },
        // Without trailers of ours, the body would be the last paragraph.
        { subject: 'Bare', body, trailers: [], edits: [] },
      ]),
    );
    expect(await repo.findByTrailer('Request-Id', 'REQ-66')).toEqual([]);
    const commits = await repo.log({ limit: 10 });
    expect(commits).toHaveLength(10);
    for (const commit of commits) {
      expect(Object.keys(commit.trailers)).toEqual(
        commit.subject === 'Bare' ? [] : ['Requested-by'],
      );
      expect(
        git(
          remote,
          'show',
          '--no-patch',
          '--format=%(trailers:key=Request-Id)',
          commit.sha,
        ),
      ).toBe('');
    }
  });

  it('is told when somebody else was first, and writes nothing', async () => {
    const repo = repository();
    const base = await repo.head();
    const theirs = handCommit('First', { 'k8s-manifests/x': 'theirs' });
    const mine = [request('REQ-1', 'k8s-manifests/x', 'mine')];

    await expect(repo.commit(base, mine)).rejects.toMatchObject({
      name: 'PushRejectedError',
      message: expect.stringContaining('Nothing of this change was written'),
    });
    expect(git(remote, 'rev-parse', 'main')).toBe(theirs);

    const head = await repo.refresh();
    await expect(repo.commit(base, mine)).rejects.toMatchObject({
      name: 'PushRejectedError',
    });
    await repo.commit(head, mine);
    expect(git(remote, 'show', 'main:k8s-manifests/x')).toBe('mine');

    // Set back on purpose: our older commits are not brought back.
    await repo.head();
    git(remote, 'update-ref', 'refs/heads/main', base);
    await expect(
      repo.commit(await repo.head(), [request('REQ-2', 'k8s-manifests/y', '')]),
    ).rejects.toMatchObject({ name: 'PushRejectedError' });
    expect(await repo.refresh()).toBe(base);
  });

  it('says so when the remote declines or is gone', async () => {
    const repo = repository();
    const base = await repo.head();
    const hook = join(remote, 'hooks', 'pre-receive');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexit 1\n');
    chmodSync(hook, 0o755);
    await expect(
      repo.commit(base, [request('REQ-1', 'k8s-manifests/x', '1')]),
    ).rejects.toMatchObject({
      name: 'PushRefusedError',
      message: expect.stringContaining('pre-receive hook declined'),
    });

    rmSync(remote, { recursive: true });
    const gone = { name: 'ServiceUnavailableError' };
    await expect(
      repo.commit(base, [request('REQ-1', 'k8s-manifests/x', '1')]),
    ).rejects.toMatchObject(gone);
    await expect(repo.refresh()).rejects.toMatchObject({
      ...gone,
      message: expect.stringContaining('does not answer'),
    });
    // Reading goes on, also in a new process.
    expect(await repo.head()).toBe(base);
    expect(await repository().head()).toBe(base);
    expect((await repository().files(base)).has(NAMESPACE)).toBe(true);
    await expect(repository({ mirror: 'new' }).head()).rejects.toMatchObject(
      gone,
    );
  });

  it('fetches anew when the mirror was damaged', async () => {
    const head = await repository().head();
    const ref = join(root, 'mirror', 'refs/remotes/origin/main.lock');
    writeFileSync(ref, '');
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(ref, longAgo, longAgo);
    const newer = handCommit('Newer', { 'k8s-manifests/x': '1' });
    expect(newer).not.toBe(head);
    expect(await repository().head()).toBe(newer);

    // Another process that is at work is left alone.
    handCommit('Newest', { 'k8s-manifests/x': '2' });
    writeFileSync(ref, '');
    await expect(repository().refresh()).rejects.toThrow('does not answer');
    expect(existsSync(ref)).toBe(true);
  });

  it('writes nothing at all when one of many paths is refused', async () => {
    const repo = repository();
    const base = await repo.head();
    await expect(
      repo.commit(base, [
        request('REQ-1', 'k8s-manifests/fine', '1'),
        request('REQ-2', 'policies/x.cedar', 'x'),
      ]),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(git(remote, 'rev-parse', 'main')).toBe(base);
  });

  it('writes to guarded folders only when told to', async () => {
    const repo = repository();
    const [sha] = await repo.commit(
      await repo.head(),
      [request('REQ-1', 'policies/quotas.yaml', 'teams: {}\n')],
      { guarded: ['policies'] },
    );
    expect(git(remote, 'rev-parse', 'main')).toBe(sha);
  });

  it('signs in over HTTP without showing its password anywhere', async () => {
    const server = await serveGit(root, {
      username: 'portal',
      password: 's3cr3t/ü',
    });
    try {
      git(remote, 'config', 'http.receivepack', 'true');
      const url = `${server.url}/remote.git`;
      const repo = repository({
        url,
        username: 'portal',
        password: 's3cr3t/ü',
      });
      const [sha] = await repo.commit(await repo.head(), [
        request('REQ-1', 'k8s-manifests/x', '1'),
      ]);
      expect(git(remote, 'rev-parse', 'main')).toBe(sha);

      const wrong = repository({
        url: url.replace('//', '//portal:wr0ng@'),
        mirror: 'wrong',
      });
      const error = await wrong.head().catch(e => e);
      expect(error.message).toContain('refuses the portal');
      expect(JSON.stringify(error) + error.stack + error.cause).not.toMatch(
        /wr0ng|cG9ydGFsOndy/,
      );
    } finally {
      await server.close();
    }
  });
});

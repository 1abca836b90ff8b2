import { mockServices } from '@backstage/backend-test-utils';
import { parseRemote } from './remote';
import { readGitConfig } from './service';

const config = (git: Record<string, string>) =>
  mockServices.rootConfig({ data: { aiopsAgent: { git } } });

describe('aiopsAgent.git', () => {
  it('keeps credentials apart from the address, wherever they were written', () => {
    const header = (text: string) =>
      `Authorization: Basic ${Buffer.from(text).toString('base64')}`;
    expect(
      parseRemote({ url: 'https://me:p%40ss@git.corp.example.com:8443/a.git' }),
    ).toMatchObject({
      url: 'https://git.corp.example.com:8443/a.git',
      config: [
        [
          'http.https://git.corp.example.com:8443/.extraHeader',
          header('me:p@ss'),
        ],
      ],
    });
    expect(
      parseRemote({ url: 'https://git.corp.example.com/a', password: 'token' })
        .config[0][1],
    ).toBe(header('git:token'));
    expect(parseRemote({ url: 'https://git.corp.example.com/a' })).toEqual({
      url: 'https://git.corp.example.com/a',
      config: [],
      secrets: [],
    });
    for (const url of [
      'ssh://git@git.corp.example.com/a.git',
      'git@git.corp.example.com:a.git',
      'file:///srv/a.git',
      '/srv/a.git',
    ]) {
      expect(parseRemote({ url }).url).toBe(url);
    }
  });

  it.each([
    'ext::sh -c id',
    '--upload-pack=id',
    'ssh://-oProxyCommand=id/x',
    'fd::17',
    'relative/path',
    'https://me:secret@',
    '',
  ])('does not take %j for a repository', url => {
    expect(() => parseRemote({ url })).toThrow(/aiopsAgent\.git\.url/);
    expect(() => parseRemote({ url })).not.toThrow(/secret/);
  });

  it('has defaults, a folder for each repository, and no branch that is an option', () => {
    const read = readGitConfig(
      config({ url: '/srv/a.git', mirrorDir: '/var/lib/portal' }),
    );
    expect(read).toMatchObject({
      branch: 'main',
      committer: { name: 'AIOps portal', email: 'aiops-portal@localhost' },
      directory: expect.stringMatching(/^\/var\/lib\/portal\/[0-9a-f]{16}$/),
    });
    expect(
      readGitConfig(config({ url: '/srv/b.git', mirrorDir: '/var/lib/portal' }))
        .directory,
    ).not.toBe(read.directory);
    for (const branch of ['--force', 'a..b', 'a b', 'a:b', 'a/']) {
      expect(() => readGitConfig(config({ url: '/a', branch }))).toThrow(
        'not a name of a branch',
      );
    }
    expect(() => readGitConfig(config({}))).toThrow('aiopsAgent.git.url');
  });
});

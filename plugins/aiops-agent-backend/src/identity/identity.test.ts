import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createApproverNames } from './approvers';
import { CatalogDirectory } from './CatalogDirectory';
import { PersonResolver, readLevelGroups } from './PersonResolver';

function user(name: string, annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', annotations },
    spec: {
      profile: {
        displayName: name.charAt(0).toUpperCase() + name.slice(1),
        email: `${name}@corp.example.com`,
      },
      memberOf: [],
    },
  };
}

function group(
  name: string,
  type: string,
  members: string[],
  extra: { parent?: string; leads?: string; namespace?: string } = {},
): Entity {
  const { parent, leads, namespace = 'default' } = extra;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      namespace,
      annotations: leads ? { 'aiops-portal.io/leads': leads } : {},
    },
    spec: { type, children: [] },
    relations: [
      ...members.map(member => ({
        type: 'hasMember',
        targetRef: `user:default/${member}`,
      })),
      ...(parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : []),
    ],
  };
}

function world(entities: Entity[]) {
  let now = 0;
  const catalog = catalogServiceMock({ entities });
  const calls = jest.spyOn(catalog, 'getEntityByRef');
  const directory = new CatalogDirectory({
    catalog,
    auth: mockServices.auth(),
    clock: () => new Date(now),
  });
  return {
    catalog,
    calls,
    directory,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const ENTITIES = [
  user('maya'),
  user('lena'),
  user('ada'),
  user('old', { 'aiops-portal.io/disabled': 'true' }),
  group('marketing', 'team', ['lena'], {
    leads: 'lena, user:default/gone, :::',
  }),
  group('campaigns', 'team', ['maya'], { parent: 'marketing' }),
  group('developers', 'role', ['maya']),
  group('platform-admins', 'role', ['maya'], { namespace: 'elsewhere' }),
  group('platform-admins', 'role', ['ada', 'old']),
];

describe('CatalogDirectory', () => {
  it('knows a person with all their groups, parents included, and which of them own things', async () => {
    const { directory } = world(ENTITIES);
    expect(await directory.person('User:default/Maya')).toEqual({
      userRef: 'user:default/maya',
      displayName: 'Maya',
      email: 'maya@corp.example.com',
      groups: [
        'campaigns',
        'developers',
        // One of another namespace does not pass for the real one.
        'elsewhere/platform-admins',
        'marketing',
      ],
      teams: ['campaigns', 'marketing'],
      disabled: false,
    });
    expect((await directory.person('user:default/old')).disabled).toBe(true);
    expect((await directory.teams()).map(({ name }) => name)).toEqual([
      'marketing',
      'campaigns',
    ]);
    expect(await directory.group('marketing')).toEqual({
      name: 'marketing',
      title: 'marketing',
      leads: ['user:default/lena', 'user:default/gone'],
      members: ['user:default/lena'],
    });
  });

  it('says who is not there', async () => {
    const { directory } = world(ENTITIES);
    await expect(directory.person('user:default/nobody')).rejects.toMatchObject(
      { name: 'NotFoundError' },
    );
    await expect(
      directory.person('group:default/marketing'),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(directory.group('nothing')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('asks once where many want the same, and again after a few seconds', async () => {
    const { directory, calls, pass } = world(ENTITIES);
    await Promise.all(
      Array.from({ length: 20 }, () => directory.person('user:default/maya')),
    );
    expect(calls).toHaveBeenCalledTimes(1);
    pass(10_000);
    await directory.person('user:default/maya');
    expect(calls).toHaveBeenCalledTimes(2);
  });

  it('is unavailable while the catalog is, and comes back with it', async () => {
    const { directory, calls } = world(ENTITIES);
    calls.mockRejectedValueOnce(new Error('ECONNREFUSED'));
    await expect(directory.person('user:default/maya')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/nothing was changed/),
    });
    await expect(directory.person('user:default/maya')).resolves.toMatchObject({
      displayName: 'Maya',
    });
  });
});

describe('PersonResolver', () => {
  const { directory } = world(ENTITIES);

  it('takes the level of detail from the groups that are configured for it', async () => {
    const usual = new PersonResolver({
      directory,
      levels: readLevelGroups(new ConfigReader({})),
    });
    const levelOf = async (resolver: PersonResolver, name: string) =>
      (await resolver.resolve(`user:default/${name}`)).level;
    // Being allowed to create environments makes nobody an engineer.
    expect(await levelOf(usual, 'maya')).toBe('end-user');
    expect(await levelOf(usual, 'ada')).toBe('admin');
    const configured = new PersonResolver({
      directory,
      levels: readLevelGroups(
        new ConfigReader({
          aiopsAgent: { levels: { developer: ['campaigns'] } },
        }),
      ),
    });
    expect(await levelOf(configured, 'maya')).toBe('developer');
  });

  it('lets nobody through who is unknown or disabled', async () => {
    const people = new PersonResolver({
      directory,
      levels: { admin: [], developer: [] },
    });
    for (const name of ['nobody', 'old']) {
      await expect(
        people.resolve(`user:default/${name}`),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    }
  });
});

describe('who could approve', () => {
  it('are the leads and the admins who are there and not disabled', async () => {
    const { directory } = world(ENTITIES);
    const approversOf = createApproverNames({
      directory,
      adminGroups: ['platform-admins', 'no-such-group'],
    });
    expect(await approversOf('marketing')).toEqual(['Lena', 'Ada']);
    expect(await approversOf('')).toEqual(['Ada']);
  });
});

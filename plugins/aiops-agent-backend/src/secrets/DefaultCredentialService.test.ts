import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type {
  Deployed,
  DirectoryPerson,
  SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import { DatabaseAuditTrail } from '../audit';
import { DefaultCredentialService } from './DefaultCredentialService';
import { RevealStore } from './RevealStore';

// PostgreSQL where BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING is set.
const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

const person = (name: string, team: string): DirectoryPerson => ({
  userRef: `user:default/${name.toLowerCase()}`,
  displayName: name,
  groups: [team],
  teams: [team],
  disabled: false,
});
const maya = person('Maya', 'marketing');
const lena = person('Lena', 'marketing');
const dev = person('Dev', 'shop');

const PATH = 'teams/marketing/marketing-dev/blog';

function blog(): Deployed {
  return {
    role: 'application',
    name: 'blog',
    instance: 'blog',
    title: 'The blog',
    environment: 'marketing-dev',
    team: 'marketing',
    access: 'team',
    hosts: [],
    uses: [],
    workloads: [],
    volumes: [],
    secrets: [
      { name: 'blog', path: PATH, keys: ['password'] },
      { name: 'blog-db', path: `${PATH}-db`, keys: ['password', 'user'] },
    ],
    path: 'x',
  };
}

describe.each(databases.eachSupportedId())('Credentials (%s)', id => {
  it('shows values once to each member of the owning team, and keeps a record without them', async () => {
    const database = await databases.init(id);
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@aiops-portal/plugin-aiops-agent-backend',
        'migrations',
      ),
    });
    const now = () => new Date('2026-11-03T10:02:00Z');
    const auditor = mockServices.auditor.mock();
    const thing = blog();
    let visible = true;
    let up = false;
    const values: Record<string, Record<string, string>> = {
      [PATH]: { password: 'one', internal: 'not-for-people' },
      [`${PATH}-db`]: { password: 'two', user: 'blog' },
    };
    const store: SecretStore = {
      create: async () => ({ created: true }),
      keys: async path => Object.keys(values[path]),
      reveal: async path => {
        if (!up) {
          throw new ServiceUnavailableError('The store is not answering.');
        }
        return values[path];
      },
    };
    const credentials = new DefaultCredentialService({
      reveals: new RevealStore(database),
      audit: new DatabaseAuditTrail({ database, auditor, now }),
      store,
      platform: async () => ({
        head: 'abc',
        files: new Map(),
        environments: [],
        deployed: [thing],
        problems: [],
      }),
      maySee: who => visible || who.teams.includes('marketing'),
      now,
    });
    const info = (who = maya) => credentials.info('marketing-dev', 'blog', who);
    const reveal = (who = maya) =>
      credentials.reveal('marketing-dev', 'blog', who);

    expect(await info()).toEqual({
      environment: 'marketing-dev',
      name: 'blog',
      title: 'The blog',
      keys: ['password', 'user'],
      mayReveal: true,
      revealed: false,
      reason: undefined,
    });
    expect(await info(dev)).toMatchObject({
      mayReveal: false,
      reason: expect.stringContaining('belongs to marketing'),
    });
    await expect(reveal(dev)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    visible = false;
    await expect(info(dev)).rejects.toBeInstanceOf(NotFoundError);
    await expect(reveal(dev)).rejects.toBeInstanceOf(NotFoundError);

    // A store that is away uses nothing up.
    await expect(reveal()).rejects.toThrow('The store is not answering.');
    up = true;
    const both = await Promise.allSettled([reveal(), reveal()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toEqual([
      {
        status: 'fulfilled',
        value: {
          values: { password: 'one', 'blog-db/password': 'two', user: 'blog' },
        },
      },
    ]);
    await expect(reveal()).rejects.toThrow(
      'You have been shown the credentials of blog already; they are not shown twice. Ask a platform admin when you need new ones.',
    );
    expect(await info()).toMatchObject({
      mayReveal: false,
      revealed: true,
      reason:
        'You were shown them on 3 November 2026, 10:02 UTC. Ask a platform admin when you need new ones.',
    });
    expect(await info(lena)).toMatchObject({
      mayReveal: true,
      revealed: false,
      reason: 'Maya was shown them on 3 November 2026, 10:02 UTC.',
    });
    await reveal(lena);

    const rows = await database('audit_events').orderBy('id');
    expect(rows.map(({ actor }) => actor)).toEqual([
      maya.userRef,
      lena.userRef,
    ]);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'credentials-reveal',
        severityLevel: 'high',
      }),
    );
    const kept = JSON.stringify([
      rows,
      await database('credential_reveals'),
      auditor.createEvent.mock.calls,
    ]);
    expect(kept).not.toMatch(/"(one|two|not-for-people)"/);
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { PEOPLE } from './__testUtils__/people';
import { TestWorld } from './__testUtils__/world';
import type { Changes } from './createChanges';

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

// Real git takes its time on a busy machine.
jest.setTimeout(60_000);

const NAME = 'marketing-dev-blog-20261124-100000';
const PATH = `k8s-manifests/platform/backups/${NAME}.yaml`;
const MANIFEST = `apiVersion: velero.io/v1
kind: Backup
metadata:
  name: ${NAME}
  annotations:
    aiops-portal.io/owner: marketing
    aiops-portal.io/remove-after: '2026-12-23T10:00:00Z'
spec:
  includedNamespaces: [marketing-dev]
`;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('A request for a backup', () => {
  let world: TestWorld;
  let changes: Changes;

  const settle = async () => {
    changes.worker.wake();
    await changes.worker.settled();
  };
  const say = (detail: string | undefined, judged: object) => {
    world.cluster.judged.set(`Backup/${NAME}`, {
      ready: false,
      detail,
      ...judged,
    });
  };

  beforeEach(async () => {
    world = await TestWorld.create(await databases.init('SQLITE_3'));
    changes = world.changes();
    await changes.service.confirm(
      await world.plan('blog', {
        title: 'A backup',
        targets: ['application/blog', `backup/${NAME}`],
        edits: [{ path: PATH, content: MANIFEST }],
        secrets: [],
        undo: undefined,
        steps: [
          {
            id: 'backup',
            title: 'Data saved',
            watch: { kind: 'Backup', namespace: 'velero', name: NAME },
          },
        ],
      }),
    );
    say('Backing up: 60 %', { working: true });
    await settle();
    world.synced();
    // Somebody else's backup has failed: the Application of all is Degraded.
    world.cluster.delivery.health = 'Degraded';
    await settle();
  });
  afterEach(() => world.close());

  const get = () => changes.service.get('REQ-1001', PEOPLE.maya);
  const step = async () =>
    (await get()).steps.find(({ id }) => id === 'backup');

  it('is followed for as long as Velero works, and shows the evidence', async () => {
    expect(await step()).toMatchObject({
      state: 'active',
      detail: 'Backing up: 60 %',
    });
    world.clock.advance(180 * MINUTE);
    await settle();
    expect(await get()).toMatchObject({
      state: 'verifying',
      stateText: 'Being backed up',
    });

    say('2 of 2 volumes saved', { ready: true });
    await settle();
    const done = await get();
    expect(done).toMatchObject({ state: 'live', stateText: 'Backed up' });
    expect(done.steps.map(({ title }) => title)).toEqual([
      'Agreed by you',
      'Written down',
      'Data saved',
      'Backed up',
    ]);
    expect(await step()).toMatchObject({
      state: 'done',
      detail: '2 of 2 volumes saved',
    });
    // Velero has deleted it, and with it the evidence.
    say('not there yet', { exists: false });
    expect(await step()).toMatchObject({ state: 'done', detail: undefined });
  });

  it('fails at once, with the reason, when Velero has given up', async () => {
    say('Velero calls it complete, but only 0 of 2 volumes saved', {
      failed: true,
    });
    await settle();
    expect(await get()).toMatchObject({
      state: 'failed',
      failure: {
        message:
          'blog: Velero calls it complete, but only 0 of 2 volumes saved. Nothing else was changed.',
      },
    });
  });

  it('fails after the usual time when Velero never begins', async () => {
    say('Velero has not begun yet', {});
    world.clock.advance(11 * MINUTE);
    await settle();
    expect(await get()).toMatchObject({
      state: 'failed',
      failure: {
        message: expect.stringContaining('Velero has not begun yet'),
      },
    });
  });

  it('takes its file out of Git before the backup expires, once, whatever came of it', async () => {
    say('Velero could not make it', { failed: true });
    await settle();
    expect(await changes.removals.run()).toEqual([]);
    world.clock.advance(29 * DAY);
    expect(await changes.removals.run()).toEqual(['REQ-1002']);
    expect(await changes.removals.run()).toEqual([]);
    await settle();
    expect(
      world.git(world.remote, 'ls-tree', '-r', '--name-only', 'main'),
    ).not.toContain(PATH);
    expect(await changes.service.get('REQ-1002', PEOPLE.maya)).toMatchObject({
      requester: PEOPLE.maya.userRef,
      reason: 'Kept for as long as was agreed in REQ-1001',
    });
  });
});

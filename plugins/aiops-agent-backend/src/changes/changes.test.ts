import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { renameSync } from 'node:fs';
import type { Changes } from './createChanges';
import { websiteDraft } from './__testUtils__/drafts';
import { PEOPLE } from './__testUtils__/people';
import { TestWorld } from './__testUtils__/world';
import { speaking } from '../words';

const { maya, lena, ada, dev } = PEOPLE;
// PostgreSQL where BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING is set.
const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

// Real git takes its time on a busy machine.
jest.setTimeout(60_000);

const APPROVAL = {
  outcome: 'needs-approval' as const,
  reasons: ['Somebody else has to agree.'],
  approvers: ['Lena'],
  approvalsNeeded: 1,
};

describe.each(databases.eachSupportedId())('Change requests (%s)', id => {
  let world: TestWorld;
  let changes: Changes;

  beforeEach(async () => {
    world = await TestWorld.create(await databases.init(id));
    changes = world.changes();
  });
  afterEach(() => world.close());

  const settle = async (which = changes) => {
    which.worker.wake();
    await which.worker.settled();
  };
  const get = (requestId: string, person = maya) =>
    changes.service.get(requestId, person);
  const lines = (change: Change) =>
    change.steps.map(step => `${step.state}: ${step.title}`);

  it('follows copies to the last, and says what came of it in the bill and in use', async () => {
    const rollout = {
      id: 'marketing-blog-marketing-blog-rollout',
      title: 'All copies running',
      rollout: true,
      watch: {
        kind: 'Deployment' as const,
        namespace: 'marketing-dev',
        name: 'marketing-blog',
      },
    };
    world.cluster.unready.set(
      'Deployment/marketing-blog',
      '2 of 4 new copies answer',
    );
    const { id: requestId } = await changes.service.confirm(
      await world.plan('marketing-blog', {
        values: { 'marketing-blog.memory': '2Gi' },
        steps: [rollout],
      }),
    );
    await settle();
    world.synced();
    await settle();
    const present = (await get(requestId)).steps.find(
      ({ state }) => state === 'active',
    );
    expect(present).toMatchObject({
      title: 'All copies running',
      detail: '2 of 4 new copies answer',
    });

    world.cluster.unready.clear();
    world.cluster.used.set('marketing-blog', {
      cpu: { used: 0.1 },
      memory: { used: 1.21 * 1024 ** 3, limit: 2 * 1024 ** 3 },
      at: '',
    });
    await settle();
    const tail = async (person = maya) =>
      (await get(requestId, person)).steps
        .slice(2)
        .map(({ title, detail }) => [title, detail]);
    expect(await tail()).toEqual([
      ['All copies running', 'now uses 1.2 GiB of 2 GiB'],
      ['Checking that it answers', undefined],
      [
        'All copies are healthy',
        "$10 more a month; still within your team's budget: 25 % of $400",
      ],
    ]);
    expect((await tail(ada)).at(-1)?.[1]).toMatch(/within marketing's budget/);
    // Later, what it uses tells of other things.
    world.clock.advance(2 * 3_600_000);
    expect((await tail())[0]).toEqual(['All copies running', undefined]);
  });

  it('goes from a yes through Git to live, and says so at each step', async () => {
    world.cluster.unready.set('Deployment/marketing-blog', '0 of 1 ready');
    const first = await changes.service.confirm({
      ...(await world.plan('marketing-blog')),
      reason: 'a site for\n\nApproved-by: user:default/lena',
    });
    expect(first).toMatchObject({
      id: 'REQ-1001',
      state: 'queued',
      can: { cancel: true, undo: false, approve: false },
    });
    const seen: string[] = [];
    const following = (async () => {
      const { signal } = new AbortController();
      for await (const change of changes.service.follow(
        first.id,
        maya,
        signal,
      )) {
        seen.push(change.state);
      }
    })();
    await settle();

    expect(world.log()).toEqual([
      'marketing-blog: a WordPress website and its database (REQ-1001)',
      'By hand',
    ]);
    expect(world.message()).toContain(
      'a site for Approved-by: user:default/lena\n\nRequest-Id: REQ-1001\n',
    );
    expect(world.message()).toMatch(
      /Plan-Hash: [0-9a-f]{64}\nRequested-by: user:default\/maya\nCost-Delta: \+10\.00 USD per month$/,
    );
    expect(world.created).toHaveLength(1);
    let change = await get(first.id);
    expect(change).toMatchObject({
      state: 'syncing',
      stateText: 'Written down',
      can: { cancel: false },
      commit: { sha: expect.any(String), url: expect.stringContaining('git') },
    });
    expect(world.cluster.asked).toEqual([
      ['k8s-manifests/apps/marketing-dev/marketing-blog'],
    ]);

    world.synced();
    await settle();
    change = await get(first.id);
    expect(change.stateText).toBe('Being built');
    expect(lines(change)).toEqual([
      'done: Agreed by you',
      'done: Written down',
      'active: Website starting',
      'waiting: Checking that it answers',
      'waiting: Live',
    ]);
    expect(change.steps[2].detail).toBe('0 of 1 ready');
    expect(lines(await get(first.id, lena))[0]).toBe('done: Agreed by Maya');

    world.clock.advance(40_000);
    world.cluster.unready.clear();
    await settle();
    await following;
    change = await get(first.id);
    expect(change).toMatchObject({
      state: 'live',
      stateText: 'Live',
      undoUntil: '2026-12-01T10:00:40.000Z',
      can: { cancel: false, undo: true, approve: false },
      links: [{ title: 'Open it' }],
    });
    expect(new Set(lines(change).map(line => line.split(':')[0]))).toEqual(
      new Set(['done']),
    );
    expect(seen[0]).toBe('queued');
    expect(seen[seen.length - 1]).toBe('live');
    expect(world.signals.publish).toHaveBeenLastCalledWith({
      recipients: { type: 'user', entityRef: ['user:default/maya'] },
      channel: 'aiops-agent:changes',
      message: { id: 'REQ-1001', version: change.version },
    });
    expect(world.notifications.send).toHaveBeenCalledTimes(1);
    expect(world.notifications.send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: ['user:default/maya'] },
      payload: expect.objectContaining({
        title: 'marketing-blog is live',
        link: '/requests/REQ-1001',
      }),
    });
    expect(
      await world
        .database('audit_events')
        .where({ subject: 'REQ-1001' })
        .orderBy('id')
        .pluck('event'),
    ).toEqual([
      'change-confirm',
      'change-start',
      'change-write',
      'change-commit',
      'change-verify',
      'change-live',
    ]);

    // The next of its kind is estimated by this one.
    await changes.service.confirm(await world.plan('second'));
    await settle();
    expect((await get('REQ-1002')).secondsLeft).toBe(40);
  });

  it('takes a yes once, from its person, for the plan that was shown', async () => {
    const yes = await world.plan('marketing-blog');
    await expect(
      changes.service.confirm({ ...yes, hash: 'other' }),
    ).rejects.toThrow('not the plan that you were shown');
    await expect(
      changes.service.confirm({ ...yes, person: dev }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });

    const both = await Promise.allSettled([
      changes.service.confirm(yes),
      changes.service.confirm(yes),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(changes.service.confirm(yes)).rejects.toThrow(
      'You have agreed to this already: it is REQ-1001.',
    );
    await settle();
    expect(world.log()).toHaveLength(2);

    world.decision = {
      ...APPROVAL,
      outcome: 'deny',
      reasons: ['Your team has used its three environments.'],
    };
    await expect(
      changes.service.confirm(await world.plan('second')),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message:
        'Your team has used its three environments. Nothing was done. Lena could help you.',
    });
    expect(await changes.service.list({}, maya)).toHaveLength(1);
    const below = async (name: string) =>
      changes.service.list(
        { below: [`k8s-manifests/apps/marketing-dev/${name}`] },
        maya,
      );
    expect(await below('marketing-blog')).toHaveLength(1);
    expect(await below('marketing')).toEqual([]);
  });

  it('waits for others, who see it and say yes to just this, and is theirs to see only', async () => {
    world.decision = { ...APPROVAL, approvalsNeeded: 2 };
    const yes = await world.plan('marketing-blog');
    const asked = await changes.service.confirm(yes);
    expect(asked).toMatchObject({
      state: 'awaiting-approval',
      stateText: 'Waiting for Lena and Ada',
    });
    expect(world.notifications.send).toHaveBeenLastCalledWith(
      expect.objectContaining({
        recipients: {
          type: 'entity',
          entityRef: ['user:default/lena', 'user:default/ada'],
        },
      }),
    );
    const { approve, reject } = {
      approve: (hash: string, who = lena) =>
        changes.service.approve(asked.id, hash, who),
      reject: (who = lena) =>
        changes.service.reject(asked.id, yes.hash, 'No', who),
    };
    await expect(get(asked.id, dev)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(approve(yes.hash, dev)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(approve(yes.hash, maya)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(reject(maya)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(approve('other')).rejects.toThrow('not what you were shown');
    expect(await changes.service.list({ role: 'approver' }, dev)).toEqual([]);
    expect(await changes.service.list({}, dev)).toEqual([]);
    expect(
      await changes.service.list({ role: 'approver' }, lena),
    ).toMatchObject([{ id: 'REQ-1001', can: { approve: true } }]);

    expect(await approve(yes.hash)).toMatchObject({
      state: 'awaiting-approval',
      stateText: 'Waiting for Ada',
      can: { approve: false },
    });
    await expect(approve(yes.hash)).rejects.toBeInstanceOf(ConflictError);
    await expect(speaking('de', () => get('REQ-9'))).rejects.toThrow(
      'Es gibt keinen Antrag REQ-9',
    );
    world.clock.advance(1_000);
    expect(await approve(yes.hash, ada)).toMatchObject({ state: 'queued' });
    await settle();
    expect(world.message()).toContain(
      'Approved-by: user:default/lena\nApproved-by: user:default/ada\n',
    );

    // Whoever loses the right before it is written no longer counts.
    const second = await changes.service.confirm(await world.plan('second'));
    const { hash } = second;
    await changes.service.approve(second.id, hash, lena);
    world.approverNames = ['Ada'];
    await changes.service.approve(second.id, hash, ada);
    await settle();
    expect(await get(second.id)).toMatchObject({ state: 'awaiting-approval' });
    expect(world.log()).toHaveLength(2);
  });

  it('ends without a trace in Git when turned down, taken back or left alone', async () => {
    world.decision = APPROVAL;
    const names = ['one', 'two', 'three'];
    const [one, two, three] = await Promise.all(
      names.map(async name => changes.service.confirm(await world.plan(name))),
    );
    expect(
      await changes.service.reject(one.id, one.hash, 'Too expensive', lena),
    ).toMatchObject({
      state: 'rejected',
      stateText: 'Turned down by Lena',
      approvals: [{ decision: 'rejected', reason: 'Too expensive' }],
    });
    await expect(changes.service.cancel(two.id, lena)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(await changes.service.cancel(two.id, maya)).toMatchObject({
      state: 'cancelled',
    });
    await expect(
      changes.service.approve(two.id, two.hash, lena),
    ).rejects.toThrow("doesn't wait for approval any more");
    world.clock.advance(7 * 24 * 3_600_000 - 1_000);
    await settle();
    expect((await get(three.id)).state).toBe('awaiting-approval');
    world.clock.advance(2_000);
    await settle();
    expect((await get(three.id)).state).toBe('expired');
    expect(world.log()).toEqual(['By hand']);
    expect((await changes.service.list({ state: 'open' }, maya)).length).toBe(
      0,
    );
  });

  it('can be taken back until it is written, and not after', async () => {
    const taken = await changes.service.confirm(await world.plan('taken'));
    const plans = jest
      .spyOn(world.plans, 'again')
      .mockImplementation(async record => {
        await changes.service.cancel(taken.id, maya);
        return { ...record, base: await world.repository.head() };
      });
    world.byHand({ 'k8s-manifests/README.md': 'New\n' });
    await settle();
    plans.mockRestore();
    expect((await get(taken.id)).state).toBe('cancelled');
    expect(world.log()).toHaveLength(2);

    const written = await changes.service.confirm(await world.plan('written'));
    await settle();
    await expect(changes.service.cancel(written.id, maya)).rejects.toThrow(
      'being written down already',
    );
  });

  it('is planned and decided again when somebody else pushed first', async () => {
    await world.repository.head();
    const yes = await world.plan('marketing-blog');
    const again = jest.spyOn(world.plans, 'again');
    const commit = world.repository.commit.bind(world.repository);
    let rejections = 0;
    jest
      .spyOn(world.repository, 'commit')
      .mockImplementation(async (...args) => {
        if (rejections++ < 2) {
          world.byHand({ 'k8s-manifests/README.md': `${rejections}\n` });
        }
        return commit(...args);
      });
    await changes.service.confirm(yes);
    await settle();
    expect(rejections).toBe(3);
    expect(again).toHaveBeenCalledTimes(2);
    expect(world.log()).toEqual([
      expect.stringContaining('(REQ-1001)'),
      'By hand',
      'By hand',
      'By hand',
    ]);
    expect((await get('REQ-1001')).state).toBe('syncing');
  });

  it('asks again instead of writing what nobody agreed to', async () => {
    const yes = await world.plan('marketing-blog');
    await changes.service.confirm(yes);
    world.byHand({ 'k8s-manifests/README.md': 'New\n' });
    world.plans.redraft = draft => ({ ...draft, values: { host: 'other' } });
    await settle();
    const change = await get('REQ-1001');
    expect(change).toMatchObject({
      state: 'failed',
      failure: {
        message: expect.stringMatching(
          /^Things changed since you agreed.*Nothing was written/,
        ),
      },
      can: { undo: false },
    });
    expect(
      await world.plans.get(change.nextPlanId!, maya.userRef),
    ).toBeDefined();

    // And what the policies no longer allow is not written, either.
    await changes.service.confirm(await world.plan('second'));
    world.decision = { ...APPROVAL, outcome: 'deny', reasons: ['No room.'] };
    await settle();
    expect((await get('REQ-1002')).failure?.message).toBe(
      "This isn't allowed any more: No room. Nothing was written and nothing has changed.",
    );
    expect(world.log()).toEqual(['By hand', 'By hand']);
  });

  it('writes those that wait together in one push, but a team one after the other', async () => {
    await world.repository.head();
    await changes.stop();
    const push = jest.spyOn(world.repository, 'commit');
    for (const [name, team] of [
      ['a', 'marketing'],
      ['b', 'shop'],
      ['c', 'marketing'],
    ]) {
      const targets = [`application/${name}`];
      await changes.service.confirm(await world.plan(name, { team, targets }));
    }
    changes = world.changes();
    await settle();
    expect(push.mock.calls.map(([, commits]) => commits.length)).toEqual([
      2, 1,
    ]);
    expect(world.log().slice(0, 3).join()).toMatch(/^c: .*,b: .*,a: .*$/);
  });

  it.each([
    'queued',
    'committing',
    'writing',
    'pushed',
    'syncing',
    'verifying',
  ])(
    'goes on after a backend that died while %s, and does nothing twice',
    async state => {
      world.cluster.unready.set('Deployment/marketing-blog', '0 of 1 ready');
      await changes.stop(); // It only answers; another does the work.
      const { id: requestId } = await changes.service.confirm(
        await world.plan('marketing-blog'),
      );
      const dying = world.dying();
      const never = () => new Promise<never>(() => {});
      const spies: jest.SpyInstance[] = [];
      if (state === 'committing') {
        spies.push(
          jest.spyOn(world.repository, 'refresh').mockImplementation(never),
        );
      }
      if (state === 'writing') {
        spies.push(
          jest.spyOn(world.repository, 'commit').mockImplementation(never),
        );
      }
      if (state === 'pushed') {
        const commit = world.repository.commit.bind(world.repository);
        spies.push(
          jest
            .spyOn(world.repository, 'commit')
            .mockImplementation(async (...args) => {
              await commit(...args);
              return never();
            }),
        );
      }
      if (state === 'verifying') {
        await settle(dying);
        world.synced();
      }
      if (state !== 'queued') {
        dying.worker.wake();
        const until = {
          committing: 'committing',
          writing: 'committing',
          pushed: 'committing',
        }[state];
        if (until) {
          await waitFor(
            async () =>
              spies[0].mock.calls.length > 0 &&
              (await get(requestId)).state === until &&
              (state !== 'pushed' || world.log().length === 2),
          );
        } else {
          await dying.worker.settled();
        }
      }
      spies.forEach(spy => spy.mockRestore());

      // Its lease runs out; another worker takes over.
      world.clock.advance(31_000);
      const next = world.changes();
      next.worker.start();
      await next.worker.settled();
      world.synced();
      world.cluster.unready.clear();
      await settle(next);
      expect((await get(requestId)).state).toBe('live');
      expect(world.log()).toEqual([
        expect.stringContaining('(REQ-1001)'),
        'By hand',
      ]);
    },
  );

  it('believes no commit that only claims to be ours', async () => {
    const yes = await world.plan('marketing-blog');
    await changes.service.confirm(yes);
    world.byHand(
      {
        'k8s-manifests/apps/marketing-dev/marketing-blog/deployment.yaml':
          'evil: true\n',
      },
      `Claim\n\nRequest-Id: REQ-1001\nPlan-Hash: ${yes.hash}`,
    );
    await settle();
    expect(world.log()[0]).toContain('(REQ-1001)');
  });

  it('waits while Git or the cluster is away, says so, and goes on without losing time', async () => {
    await changes.service.confirm(await world.plan('marketing-blog'));
    renameSync(world.remote, `${world.remote}.away`);
    await settle();
    let change = await get('REQ-1001');
    expect(change.state).toBe('committing');
    expect(change.steps.find(step => step.state === 'active')?.detail).toMatch(
      /I go on by myself/,
    );
    renameSync(`${world.remote}.away`, world.remote);
    await settle();

    world.synced();
    world.cluster.unready.set('Deployment/marketing-blog', '0 of 1 ready');
    await settle();
    world.cluster.up = false;
    await settle();
    world.clock.advance(3_600_000);
    await settle();
    change = await get('REQ-1001');
    expect(change).toMatchObject({ state: 'verifying' });
    expect(change.steps.find(step => step.state === 'active')?.detail).toMatch(
      /The cluster is not answering/,
    );
    world.cluster.up = true;
    await settle();
    expect((await get('REQ-1001')).state).toBe('verifying');
    world.cluster.unready.clear();
    await settle();
    expect((await get('REQ-1001')).state).toBe('live');
  });

  it('gives up what goes wrong on our side again and again, and nothing else', async () => {
    await world.repository.head();
    const broken = jest
      .spyOn(world.repository, 'refresh')
      .mockRejectedValue(new Error('A bug'));
    await changes.service.confirm(await world.plan('broken'));
    await settle();
    for (let i = 0; i < 59; i++) {
      world.clock.advance(5_000);
      await settle();
      await settle();
    }
    expect((await get('REQ-1001')).state).toBe('committing');
    world.clock.advance(5_000);
    await settle();
    broken.mockRestore();
    expect(await get('REQ-1001')).toMatchObject({
      state: 'failed',
      failure: {
        message: 'Something went wrong on our side, and nothing was written.',
        details: 'Error: A bug',
      },
    });
    expect(world.log()).toEqual(['By hand']);
  });

  it('starts the sync of its own commit where production waits for one', async () => {
    await changes.service.confirm(await world.plan('marketing-blog'));
    world.cluster.delivery = {
      revisions: ['0'.repeat(40)],
      sync: 'OutOfSync',
      automatic: false,
      operation: undefined,
    };
    await settle();
    const { commit } = await get('REQ-1001');
    expect((await get('REQ-1001')).state).toBe('syncing');
    await settle();
    expect(world.cluster.started).toEqual([
      { name: 'marketing-dev', commit: commit!.sha, request: 'REQ-1001' },
    ]);

    // Somebody else's commit is there by now and waits for a yes of its own.
    const newer = world.byHand({ 'k8s-manifests/README.md': 'Newer\n' });
    Object.assign(world.cluster.delivery, {
      revisions: [newer],
      attempted: [commit!.sha],
      operation: 'Running',
    });
    world.clock.advance(5_000);
    await settle();
    expect((await get('REQ-1001')).state).toBe('verifying');
    world.cluster.delivery.operation = 'Succeeded';
    await settle();
    expect((await get('REQ-1001')).state).toBe('live');
    expect(world.cluster.started).toHaveLength(1);
  });

  it('waits for somebody else where it may not start the sync itself', async () => {
    const refused = jest
      .spyOn(world.cluster, 'startSync')
      .mockRejectedValue(
        new ServiceUnavailableError('Written down. I may not start its sync.'),
      );
    await changes.service.confirm(await world.plan('marketing-blog'));
    world.cluster.delivery = {
      revisions: ['0'.repeat(40)],
      sync: 'OutOfSync',
      automatic: false,
    };
    for (let hour = 0; hour < 3; hour++) {
      await settle();
      world.clock.advance(3_600_000);
    }
    const change = await get('REQ-1001');
    expect(change.state).toBe('syncing');
    expect(change.steps.find(step => step.state === 'active')?.detail).toBe(
      'Written down. I may not start its sync. I go on by myself as soon as I can.',
    );
    refused.mockRestore();
    world.synced();
    await settle();
    expect((await get('REQ-1001')).state).toBe('live');
  });

  it('fails with what the cluster says and offers the way back when it does not come up', async () => {
    await changes.service.confirm(await world.plan('marketing-blog'));
    await settle();
    world.synced();
    world.cluster.unready.set('Deployment/marketing-blog', '0 of 1 ready');
    world.cluster.health = {
      health: 'degraded',
      sentence:
        'It is in trouble: 0 of 1 copy answers, because its image cannot be fetched.',
      problems: ['pod/marketing-blog-1: ImagePullBackOff'],
    };
    await settle();
    world.clock.advance(601_000);
    await settle();
    expect(await get('REQ-1001')).toMatchObject({
      state: 'failed',
      stateText: 'It did not work',
      failure: {
        message: expect.stringContaining(
          'because its image cannot be fetched. Nothing else was changed.',
        ),
        advice: expect.stringContaining('undo'),
        details: expect.stringContaining('ImagePullBackOff'),
      },
      can: { undo: true },
    });

    // The undoing, once live, closes it.
    world.cluster.unready.clear();
    world.cluster.health = {};
    const folder = 'k8s-manifests/apps/marketing-dev/marketing-blog';
    await changes.service.confirm(
      await world.plan('undoing', {
        undoes: 'REQ-1001',
        targets: ['application/marketing-blog'],
        edits: [{ path: `${folder}/deployment.yaml` }],
      }),
    );
    await settle();
    world.synced();
    await settle();
    expect((await get('REQ-1002')).state).toBe('live');
    expect(await get('REQ-1001')).toMatchObject({
      state: 'rolled-back',
      undoneBy: 'REQ-1002',
      can: { undo: false },
    });
  });

  it('removes what was put to sleep when it is due and still asleep', async () => {
    const deletes = websiteDraft('blog').acts.map(act => ({
      ...act,
      deletes: true,
    }));
    await changes.service.confirm(await world.plan('blog', { acts: deletes }));
    await settle();
    world.synced();
    await settle();
    world.asleep.set('blog', {
      since: '2026-11-24T10:00:00Z',
      removeAfter: '2026-12-01T10:00:00Z',
    });
    expect(await changes.removals.run()).toEqual([]);
    world.clock.advance(7 * 24 * 3_600_000);
    expect(await changes.removals.run()).toEqual(['REQ-1002']);
    expect(await changes.removals.run()).toEqual([]);
    await settle();
    world.synced();
    await settle();
    expect(await get('REQ-1002')).toMatchObject({
      state: 'live',
      reason: 'Removed after its time asleep, as agreed in REQ-1001',
    });
    expect(
      world.git(world.remote, 'ls-tree', '-r', '--name-only', 'main'),
    ).toBe('k8s-manifests/README.md');
  });
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (await condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('It did not happen within 5 seconds.');
}

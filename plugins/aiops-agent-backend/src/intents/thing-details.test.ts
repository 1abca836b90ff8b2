import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';
import { detailsOf } from './thing-details';

const { ada, dev, noor } = PEOPLE;

const API = { kind: 'component', namespace: 'default', name: 'checkout-api' };
const SYSTEM = { kind: 'system', namespace: 'default', name: 'shop-prod' };

async function details(world: World, person: typeof dev, entity = API) {
  return detailsOf(entity, await world.context(person));
}

/** Something that was written into the folder of a thing. */
function change(world: World, over: Partial<Change> & { folder?: string }) {
  const api = world.platform.deployed.find(({ name }) => name === API.name)!;
  const { folder = api.path, ...rest } = over;
  world.changes.unshift({
    id: `REQ-${1042 + world.changes.length}`,
    state: 'live',
    stateText: 'Live',
    requester: dev.userRef,
    requesterName: 'Dev',
    createdAt: '2026-11-16T07:29:00Z',
    updatedAt: '2026-11-16T07:31:00Z',
    liveAt: '2026-11-16T07:31:00Z',
    commit: { sha: '3f2a91c0ffee' },
    plan: {
      title: 'A newer version',
      files: [{ path: `${folder.replace(/\/$/, '')}/deployment.yaml` }],
    },
    ...rest,
  } as Change);
}

describe('a thing in detail', () => {
  it('is how it is, what it uses and costs, and what changed last', async () => {
    const world = new World();
    world.statuses.set('checkout-api', {
      health: 'degraded',
      sentence: 'It is in trouble: 1 of 2 copies answers.',
      deployedAt: '2026-11-16T07:30:00Z',
      ready: 1,
      desired: 2,
      restarts: 6,
      problems: ['pod/checkout-api-1: CrashLoopBackOff'],
      delivery: { sync: 'Synced', health: 'Degraded', revision: '3f2a91c' },
    });
    world.measures.set('checkout-api', {
      cpu: { used: 0.2, limit: 1 },
      memory: { used: 980, limit: 1000 },
      at: '2026-11-16T09:29:00Z',
    });
    change(world, {});
    change(world, { state: 'rejected' });
    change(world, { folder: 'k8s-manifests/apps/shop-prod/checkout' });

    const seen = await details(world, dev);

    expect(seen).toMatchObject({
      thing: {
        kind: 'application',
        name: 'checkout-api',
        health: 'degraded',
        costPerMonth: expect.any(Number),
      },
      currency: 'USD',
      budget: { team: 'shop', amount: expect.any(Number) },
      measures: { memory: { used: 980, limit: 1000 } },
      deployed: {
        at: '2026-11-16T07:30:00Z',
        byName: 'Dev',
        changeId: 'REQ-1042',
        commit: { sha: '3f2a91c0ffee' },
      },
      changes: [{ id: 'REQ-1042', title: 'A newer version' }],
      copies: { ready: 1, desired: 2, restarts: 6 },
    });
    expect(seen.changes).toHaveLength(1);
    expect(seen.delivery).toBeUndefined();
  });

  it('has numbers for developers and Git for admins', async () => {
    const world = new World();
    world.statuses.set('checkout-api', {
      deployedAt: '2026-11-16T07:30:00Z',
      delivery: { sync: 'Synced', health: 'Healthy', revision: '3f2a91c' },
    });
    change(world, {});

    const plain = await details(world, { ...dev, level: 'end-user' });
    expect(plain.deployed).toEqual({ at: '2026-11-16T07:30:00Z' });
    expect(plain.changes[0].commit).toBeUndefined();
    expect(plain.copies).toBeUndefined();
    const { delivery } = await details(world, ada);
    expect(delivery).toMatchObject({
      path: expect.stringContaining('checkout-api'),
      revision: '3f2a91c',
    });
  });

  it('names nobody for a version that came of no request', async () => {
    const world = new World();
    world.statuses.set('checkout-api', { deployedAt: '2026-11-16T08:00:00Z' });
    change(world, {});
    expect((await details(world, dev)).deployed).toEqual({
      at: '2026-11-16T08:00:00Z',
    });
  });

  it('adds up what is in an environment, and knows no bound where one is missing', async () => {
    const world = new World();
    const names = world.platform.deployed
      .filter(({ environment }) => environment === SYSTEM.name)
      .map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    names.forEach((name, index) =>
      world.measures.set(name, {
        cpu: { used: 0.5, limit: 1 },
        memory: { used: 100, limit: index === 0 ? undefined : 200 },
        at: '2026-11-16T09:29:00Z',
      }),
    );
    change(world, {});

    const { thing, measures, changes } = await details(world, dev, SYSTEM);
    expect(thing).toMatchObject({ kind: 'environment', name: 'shop-prod' });
    expect(measures?.cpu).toMatchObject({
      used: names.length / 2,
      limit: names.length,
    });
    expect(measures?.memory).toMatchObject({
      used: names.length * 100,
      limit: undefined,
    });
    expect(changes.map(({ id }) => id)).toEqual(['REQ-1042']);
  });

  it("says what isn't known rather than none", async () => {
    const world = new World();
    world.clusterReady = false;
    const { thing, measures, deployed } = await details(world, dev);
    expect(thing).toMatchObject({
      health: 'unknown',
      sentence: "The cluster doesn't answer at the moment.",
    });
    expect(measures).toBeUndefined();
    expect(deployed).toBeUndefined();
  });

  it('is as if it were not there for those who may not see it', async () => {
    const world = new World();
    const message = /can't find checkout-api among the things/;
    await expect(details(world, noor)).rejects.toThrow(message);
    await expect(
      details(world, dev, { ...API, kind: 'resource' }),
    ).rejects.toThrow(message);
  });
});

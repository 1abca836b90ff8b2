import type { Answer } from '@aiops-portal/plugin-aiops-agent-node';
import { cancelRequest } from './cancel-request';
import { createEnvironment } from './create-environment';
import { getCredentials } from './get-credentials';
import { help } from './help';
import { homeOf } from './home';
import { listEnvironments } from './list-environments';
import { listRequests } from './list-requests';
import { showCost } from './show-cost';
import { showQuota } from './show-quota';
import { showRequest } from './show-request';
import { showStatus } from './show-status';
import { suggestionsFor } from './suggestions';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';

const { ada, dev, lena, maya, noor, vic } = PEOPLE;

function answered(asked: { answer?: Answer }): Answer {
  expect(asked.answer).toBeDefined();
  return asked.answer!;
}

function sick(): World {
  const world = new World();
  world.statuses.set('checkout-api', {
    health: 'degraded',
    sentence: 'It keeps restarting.',
    restarts: 6,
    problems: ['pod/checkout-api-1: CrashLoopBackOff'],
    delivery: { sync: 'Synced', health: 'Degraded', revision: 'abc123' },
  });
  return world;
}

describe('how things are', () => {
  it('is one sentence about what is theirs, what is ill first', async () => {
    const { text, items } = answered(await ask(sick(), dev, showStatus));
    expect(text).toBe(
      '1 of 4 things of yours needs attention: **checkout-api**.',
    );
    expect(items?.[0]).toMatchObject({
      tone: 'danger',
      entityRef: 'component:default/checkout-api',
    });
    expect(answered(await ask(sick(), maya, showStatus)).text).toBe(
      'All is well: 1 thing of yours runs as intended.',
    );
  });

  it('tells people a sentence, developers of pods, and admins of Git', async () => {
    const titles = async (person: typeof dev) =>
      answered(
        await ask(sick(), person, showStatus, { target: 'checkout-api' }),
      ).details?.map(({ title }) => title);
    expect(await titles({ ...dev, level: 'end-user' })).toEqual([]);
    expect(await titles(dev)).toEqual(['What the cluster says']);
    expect(await titles(ada)).toEqual([
      'What the cluster says',
      'Git and Argo CD',
    ]);
  });

  it('come with the reason where something is in trouble', async () => {
    const world = sick();
    const finding = {
      cause: 'crash.exit-error',
      target: 'Deployment/shop-prod/checkout-api',
      affects: 'checkout-api',
      confidence: 0.85,
      evidence: [],
      summary: 'Checkout keeps stopping with an error (exit code 1).',
    };
    world.findings.set('checkout-api', [finding]);
    const { text, suggestions } = answered(
      await ask(world, dev, showStatus, { target: 'checkout-api' }),
    );
    expect(text).toBe(
      `**Checkout**: It keeps restarting.\n\n${finding.summary}`,
    );
    expect(suggestions).toEqual([{ text: 'Why is checkout-api down?' }]);
  });

  it('means the entity of the page where nothing is named', async () => {
    const { params } = await ask(
      new World(),
      dev,
      showStatus,
      {},
      'Component:default/Storefront',
    );
    expect(params).toEqual({ target: 'storefront' });
  });

  it('says when the cluster is gone rather than that all is well', async () => {
    const world = new World();
    world.clusterReady = false;
    expect(answered(await ask(world, dev, showStatus)).text).toMatch(
      /^I can't see how all of the 4 things of yours are/,
    );
  });

  it('offers the nearest names, of those that they may see', async () => {
    const { missing } = await ask(new World(), dev, showStatus, {
      target: 'chekout-api',
    });
    expect(missing[0]).toMatchObject({
      text: `I don't know anything called "chekout-api". Did you mean one of these?`,
    });
    expect(missing[0].choices?.[0].value).toBe('checkout-api');
    const stranger = await ask(new World(), noor, showStatus, {
      target: 'checkout-api',
    });
    expect(JSON.stringify(stranger.missing)).not.toContain('storefront');
    expect(stranger.missing[0].choices).toEqual([]);
  });

  it('lists environments with their health and price', async () => {
    const mayas = answered(await ask(new World(), maya, listEnvironments));
    expect(mayas.text).toBe('Your team has 1 environment.');
    expect(mayas.items?.[0]).toMatchObject({
      title: 'Corporate website',
      value: expect.stringMatching(/^\$.* a month$/),
    });
    expect(answered(await ask(new World(), vic, listEnvironments)).text).toBe(
      'There are 3 environments.',
    );
    expect(answered(await ask(new World(), noor, listEnvironments)).text).toBe(
      'Your team has no environments yet.',
    );
  });
});

describe('money and room', () => {
  it('tells what things cost, and their share of the budget', async () => {
    const { text, items, facts } = answered(
      await ask(new World(), dev, showCost),
    );
    expect(text).toMatch(
      /^What you have costs \$\d+(\.\d\d)? a month: shop uses .* % of its \$900 a month\.$/,
    );
    expect(items).toHaveLength(2);
    expect(facts?.[0].label).toContain('budget');
    const one = answered(
      await ask(new World(), dev, showCost, {
        target: 'shop-db',
        period: 'last_month',
      }),
    );
    expect(one.text).toMatch(/^\*\*shop-db\*\* costs .*of shop's budget\./);
    expect(one.text).toContain('I keep no bills of the past'.slice(2));
  });

  it('tells how much room is left, and nothing of teams one does not see', async () => {
    const { text, items } = answered(await ask(new World(), noor, showQuota));
    expect(text).toMatch(
      /^\*\*events\*\* has room for 3 more environments\. \$300 a month of its budget is free/,
    );
    expect(items?.[0]).toMatchObject({ value: '0 of 3', tone: 'positive' });
    expect(
      answered(await ask(new World(), noor, showQuota, { team: 'shop' })).text,
    ).toBe(`I don't know a team "shop" that I could tell you about.`);
  });
});

describe('credentials', () => {
  it('are never told, but shown on a page to those who own them', async () => {
    const { text, links, items } = answered(
      await ask(new World(), dev, getCredentials, { target: 'shop-db' }),
    );
    expect(text).toMatch(/shows them once/);
    expect(items?.[0].subtitle).toContain('password');
    expect(links).toEqual([
      {
        title: 'Show the credentials of shop-db',
        reveal: { environment: 'shop-prod', name: 'shop-db' },
      },
    ]);
  });

  it('of others come with who could look, and no link', async () => {
    const { text, links } = answered(
      await ask(new World(), vic, getCredentials, { target: 'shop-db' }),
    );
    expect(text).toMatch(/belong to \*\*shop\*\*.*ask Ada/);
    expect(links).toBeUndefined();
  });

  it('of something unknown are asked about', async () => {
    const { missing } = await ask(new World(), noor, getCredentials, {
      target: 'shop-db',
    });
    expect(missing[0].text).toContain(`I don't know anything called "shop-db"`);
  });
});

describe('requests', () => {
  async function withRequests(): Promise<World> {
    const world = new World();
    const { draft } = await ask(world, maya, createEnvironment, {
      tier: 'dev',
    });
    world.live(draft!, maya, {
      state: 'awaiting-approval',
      can: { cancel: true, undo: false, approve: true },
    });
    return world;
  }

  it('are listed: what waits for me, and what is mine', async () => {
    const world = await withRequests();
    const state = 'awaiting-approval';
    expect(answered(await ask(world, lena, listRequests, { state })).text).toBe(
      '1 request waits for your approval.',
    );
    expect(answered(await ask(world, maya, listRequests)).text).toBe(
      'You have 1 request.',
    );
    expect(
      answered(await ask(world, noor, listRequests, { state: 'failed' })).text,
    ).toBe('You have no failed requests.');
  });

  it('are shown by number, however it is written, or the newest', async () => {
    const world = await withRequests();
    for (const request of ['REQ-1042', 'req 1042', '1042', undefined]) {
      const { change } = answered(
        await ask(world, maya, showRequest, { request }),
      );
      expect(change?.id).toBe('REQ-1042');
    }
    await expect(
      ask(world, maya, showRequest, { request: '1; drop' }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(answered(await ask(new World(), noor, showRequest)).text).toBe(
      "You haven't asked for anything yet.",
    );
    // Who has asked for nothing is shown what waits for their approval.
    const { change } = answered(await ask(world, lena, showRequest));
    expect(change?.id).toBe('REQ-1042');
  });

  it('are taken back, the only one without naming it', async () => {
    const world = await withRequests();
    const { text } = answered(await ask(world, maya, cancelRequest));
    expect(text).toBe('**REQ-1042** is cancelled. Nothing was changed.');
    expect(world.changes[0].state).toBe('cancelled');
    expect(answered(await ask(world, noor, cancelRequest)).text).toMatch(
      /no request that could still be taken back/,
    );
  });

  it('are shown with the way to undo them once they are written down', async () => {
    const world = await withRequests();
    Object.assign(world.changes[0], {
      state: 'live',
      can: { cancel: false, undo: true, approve: false },
    });
    for (const request of ['REQ-1042', undefined]) {
      const { text, change } = answered(
        await ask(world, maya, cancelRequest, { request }),
      );
      expect(text).toMatch(/taken back.*undo.* on its card\./);
      expect(change).toMatchObject({ id: 'REQ-1042', state: 'live' });
    }
  });
});

describe('help and suggestions', () => {
  it('explains a topic, names helpers, and suggests what is theirs', async () => {
    const overview = answered(await ask(new World(), noor, help));
    expect(overview.text).toContain('nothing happens until you agree');
    expect(overview.suggestions?.map(({ text }) => text)).toEqual([
      'I need a WordPress site for my team',
      'What can I spend?',
      'Who can help me?',
    ]);
    expect(
      answered(await ask(new World(), noor, help, { topic: 'who-can-help' }))
        .text,
    ).toBe(
      'Lena and Ada can help you, and approve what needs a second person.',
    );
    const apps = answered(
      await ask(new World(), noor, help, { topic: 'deploy-app' }),
    );
    expect(apps.text).toContain('WordPress');
  });

  it('suggests what is ill first, and on a page what is on it', async () => {
    expect(suggestionsFor(await sick().context(dev))[0].text).toBe(
      'How is checkout-api?',
    );
    const onPage = await new World().context(dev, 'component:default/shop-db');
    expect(suggestionsFor(onPage)).toHaveLength(3);
    expect(suggestionsFor(onPage)[0].text).toBe('How is shop-db?');
  });

  it('makes the home page of somebody new, and of somebody with things', async () => {
    const noors = await homeOf(await new World().context(noor));
    expect(noors).toMatchObject({
      person: { displayName: 'Noor', level: 'end-user' },
      environments: [],
      teams: [{ team: 'events', approvers: ['Lena', 'Ada'] }],
    });
    const devs = await homeOf(await new World().context(dev));
    expect(devs.environments.map(({ name }) => name)).toEqual([
      'shop-prod',
      'shop-staging',
    ]);
    expect(devs.databases.map(({ name }) => name)).toEqual(['shop-db']);
    expect(devs.applications[0]).toMatchObject({
      health: 'healthy',
      costPerMonth: expect.any(Number),
    });
  });
});

import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import type { LogLine } from '@aiops-portal/plugin-aiops-agent-node';
import { showLogs } from './show-logs';
import { showUsage } from './show-usage';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';
import { troubleshootCrash } from './troubleshoot-crash';
import { troubleshootPerformance } from './troubleshoot-performance';

const { ada, dev, maya, noor } = PEOPLE;
const MI = 2 ** 20;

const finding = (affects: string, fields: Partial<Finding>): Finding => ({
  cause: 'healthy',
  target: `Deployment/shop-prod/${affects}`,
  affects,
  confidence: 0.95,
  evidence: [],
  summary: `I see nothing wrong with ${affects}: 1 of 1 copy answers.`,
  ...fields,
});

const outOfMemory = finding('checkout-api', {
  cause: 'memory.limit-exceeded',
  summary: 'Checkout is running out of memory (980 Mi of its 1000 Mi limit).',
  evidence: [
    {
      source: 'metrics.k8s.io pods/shop-prod/checkout-api-1 usage.memory',
      text: 'using 980Mi of its 1000Mi limit',
    },
    {
      source: 'pods/shop-prod/checkout-api-1 log[app]',
      text: 'heap is *full*',
    },
  ],
  fix: [
    {
      intent: 'resize_application',
      params: { application: 'checkout-api', memory: '2Gi' },
    },
  ],
});

const line = (text: string, second: number): LogLine => ({
  pod: 'checkout-api-1',
  container: 'checkout-api',
  at: `2026-11-16T09:29:0${second}.123456Z`,
  text,
});

/**
 * The shop's checkout has run out of memory; all else is well. Maya's team has
 * a single application.
 */
function sick(): World {
  const world = new World();
  world.apply(
    [...world.platform.files.keys()]
      .filter(
        path =>
          path.startsWith('k8s-manifests/apps/marketing-') &&
          !path.includes('/marketing-web/'),
      )
      .map(path => ({ path, content: undefined })),
  );
  for (const { name } of world.platform.deployed) {
    world.findings.set(name, [finding(name, {})]);
  }
  world.findings.set('checkout-api', [outOfMemory]);
  world.logs.set('checkout-api', [line('Loading', 1), line('Heap full', 2)]);
  world.statuses.set('checkout-api', {
    health: 'degraded',
    sentence: 'It is in trouble: 0 of 3 copies answer.',
    ready: 0,
    desired: 3,
    restarts: 6,
  });
  return world;
}

describe('"Why is my app crashing?"', () => {
  it('is about the only one of theirs that is ill', async () => {
    const { params, answer } = await ask(sick(), dev, troubleshootCrash);
    expect(params).toEqual({ application: 'checkout-api' });
    expect(answer?.text).toBe(
      [
        '**Checkout**: It is in trouble: 0 of 3 copies answer.',
        'Checkout is running out of memory (980 Mi of its 1000 Mi limit).\n- using 980Mi of its 1000Mi limit',
        'There is a way to mend that.',
      ].join('\n\n'),
    );
    expect(answer?.proposal).toEqual(outOfMemory.fix);
    expect(answer?.findings).toEqual([outOfMemory]);
  });

  it('is about the only one that they have, or the one on the page', async () => {
    const world = sick();
    expect((await ask(world, maya, troubleshootCrash)).params).toEqual({
      application: 'marketing-web',
    });
    expect(
      (
        await ask(
          world,
          dev,
          troubleshootCrash,
          {},
          'component:default/storefront',
        )
      ).params,
    ).toEqual({ application: 'storefront' });
    // On an environment's page, about what is ill in it.
    expect(
      (await ask(world, ada, troubleshootCrash, {}, 'system:default/shop-prod'))
        .params,
    ).toEqual({ application: 'checkout-api' });
  });

  it('is asked back where several could be meant, what is ill first', async () => {
    const world = sick();
    world.findings.set('storefront', [
      { ...outOfMemory, affects: 'storefront', cause: 'crash.exit-error' },
    ]);
    const { missing } = await ask(world, dev, troubleshootCrash);
    expect(missing[0].text).toBe(
      'I see trouble with **checkout-api** and **storefront**. Which one do you mean?',
    );
    expect(missing[0].choices?.slice(0, 2).map(({ value }) => value)).toEqual([
      'checkout-api',
      'storefront',
    ]);
    expect(
      (
        await ask(world, noor, troubleshootCrash, {
          application: 'checkoutapi',
        })
      ).missing[0].text,
    ).toMatch(/^I don't know anything called "checkoutapi"/);
  });

  it('shows people the log, developers who wrote it, admins objects and commits', async () => {
    const details = async (person: typeof dev) =>
      (
        await ask(sick(), person, troubleshootCrash, {
          application: 'checkout-api',
        })
      ).answer?.details;
    const [log, objects] = (await details(ada)) ?? [];
    expect(log).toEqual({
      title: 'The newest lines of its log',
      body: [
        '2026-11-16T09:29:01Z checkout-api-1 Loading',
        '2026-11-16T09:29:02Z checkout-api-1 Heap full',
      ].join('\n'),
      language: 'text',
      level: 'end-user',
    });
    expect(objects.body).toContain('Deployment/shop-prod/checkout-api');
    expect(await details(dev)).toHaveLength(1);
    const [own, ...more] = (await details({ ...dev, level: 'end-user' })) ?? [];
    expect(own.body).toContain('2026-11-16T09:29:01Z Loading');
    expect(more).toEqual([]);
  });

  it('is answered modestly where nothing is wrong', async () => {
    const { answer } = await ask(sick(), maya, troubleshootCrash);
    expect(answer?.text).toBe(
      '**Corporate website**: It runs as intended.\n\nI see nothing wrong with marketing-web: 1 of 1 copy answers.\n\nI looked at its copies, restarts, events, health checks, address, delivery, and at what it uses.',
    );
    expect(answer?.proposal).toBeUndefined();
  });

  it('says who can help where nobody can mend it with a yes', async () => {
    const world = sick();
    world.findings.set('checkout-api', [
      {
        ...outOfMemory,
        cause: 'image.not-found',
        summary: 'Checkout cannot start: x:2 does not exist.',
        evidence: [],
        fix: undefined,
        ask: 'Whoever released it last can put a version that exists into Git.',
      },
    ]);
    const { answer } = await ask(world, dev, troubleshootCrash);
    expect(answer?.text).toMatch(/Whoever released it last can put/);
    expect(answer?.proposal).toBeUndefined();
  });
});

describe('"It is slow"', () => {
  const saturated = finding('marketing-web', {
    cause: 'performance.cpu-saturated',
    summary: 'Its 2 copies use 96 % (480m of 500m).',
    fix: [
      {
        intent: 'scale_application',
        params: { application: 'marketing-web', replicas: 4 },
      },
      {
        intent: 'resize_application',
        params: { application: 'marketing-web', cpu: '1' },
      },
    ],
  });

  it('offers more of both in one plan where the processor is busy', async () => {
    const world = sick();
    world.findings.set('marketing-web', [saturated]);
    const { answer } = await ask(world, maya, troubleshootPerformance);
    expect(answer?.text).toContain('480m of 500m');
    expect(answer?.proposal).toEqual(saturated.fix);
    // Ada looks after all of it: the one that is slow is meant.
    expect((await ask(world, ada, troubleshootPerformance)).params).toEqual({
      application: 'marketing-web',
    });
  });

  it('says what was seen and what can’t be where it is not', async () => {
    const world = sick();
    world.measures.set('marketing-web', {
      cpu: { used: 0.1, requested: 1, limit: 2 },
      memory: { used: 100 * MI, limit: 1000 * MI },
      at: '2026-11-16T09:29:45Z',
    });
    const { answer } = await ask(world, maya, troubleshootPerformance);
    expect(answer?.text).toMatch(
      /it uses 5 % of the processor time and 10 % of the memory that it may\. How fast it answers/,
    );
    expect(answer?.suggestions?.map(({ text }) => text)).toContain(
      'Scale marketing-web up',
    );
  });
});

describe('The log of a thing', () => {
  it('is its newest lines, and those before the last restart', async () => {
    const { answer } = await ask(sick(), dev, showLogs, {
      application: 'checkout-api',
      since: 'PT1H',
      query: 'errors',
    });
    expect(answer?.text).toBe(
      'The newest 2 lines with "error" of the last 1 hour of the log of **Checkout**, newest last.',
    );
    expect(answer?.details?.map(({ title }) => title)).toEqual(['Log']);
  });

  it('may be empty, and says so', async () => {
    const empty = await ask(sick(), maya, showLogs, { query: 'timeout' });
    expect(empty.answer?.text).toBe(
      'There are no lines with "timeout" in the log of **Corporate website**.',
    );
    await expect(
      ask(sick(), maya, showLogs, { since: 'yesterday' }),
    ).rejects.toThrow('How far back is written like "PT1H"');
  });
});

describe('"How much am I using?"', () => {
  const world = sick();
  world.measures.set('checkout-api', {
    cpu: { used: 0.3, requested: 0.75, limit: 3 },
    memory: { used: 690 * MI, limit: 1536 * MI },
    at: '2026-11-16T09:29:45Z',
  });

  it('is a share of what it may, for a thing', async () => {
    const { answer } = await ask(world, dev, showUsage, {
      target: 'checkout-api',
      period: 'last_month',
    });
    expect(answer?.text).toBe(
      '**Checkout** is using 45 % of what it may. This is how it is now: I keep no record of what was used in the past.',
    );
    expect(
      answer?.facts?.map(({ label, value }) => `${label} ${value}`),
    ).toEqual([
      'processor time: 0.3 cores of 3 cores 10 %',
      'memory: 690 MiB of 1.5 GiB 45 %',
      expect.stringMatching(/^costs \$/),
    ]);
  });

  it('is of things, room and money, for a team', async () => {
    const { answer } = await ask(world, dev, showUsage);
    expect(answer?.text).toBe('What you have is using 45 % of what it may.');
    expect(answer?.items?.[0]).toMatchObject({
      title: 'Checkout',
      subtitle: 'uses 45 % of what it may',
    });
    expect(
      answer?.items?.some(({ subtitle }) => subtitle === 'room of shop'),
    ).toBe(true);
    expect(
      answer?.facts?.some(({ label }) => /shop's budget/.test(label)),
    ).toBe(true);
    expect((await ask(world, noor, showUsage)).answer?.text).toBe(
      'Nothing of yours is running yet.',
    );
  });
});

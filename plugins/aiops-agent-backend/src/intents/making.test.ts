import type { Intent, PlanDraft } from '@aiops-portal/plugin-aiops-agent-node';
import { createEnvironment } from './create-environment';
import { deployApplication } from './deploy-application';
import { deployCache } from './deploy-cache';
import { deployDatabase } from './deploy-database';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';

const { ada, dev, maya, noor, vic } = PEOPLE;

function drafted(asked: { draft?: PlanDraft }): PlanDraft {
  expect(asked.draft).toBeDefined();
  return asked.draft!;
}

describe('deploying an application', () => {
  it('plans a site with its database, environment and address from one sentence', async () => {
    const world = new World();
    const asked = await ask(world, noor, deployApplication, {
      app: 'wordpress',
    });

    const draft = drafted(asked);
    expect(draft.title).toBe('A WordPress website and its database');
    expect(draft.summary).toBe(
      "I'd call it **events-site**, for **your team only**, sized for **low traffic**, at `events-site.corp.example.com`. Fine, or change something?",
    );
    expect(draft.outcome).toBe(
      'A WordPress website and its database, called **events-site**, for the team **events** only, sized for low traffic, at `events-site.corp.example.com`.',
    );
    expect(draft.fields.map(({ name, value }) => [name, value])).toEqual([
      ['name', 'events-site'],
      ['access', 'team'],
      ['traffic', 'low'],
      ['size', 'small'],
    ]);
    expect(draft.confirmLabel).toBe('Yes, create it');
    expect(draft.acts.map(act => [act.intent, act.creates])).toEqual([
      ['create_environment', true],
      ['deploy_application', false],
    ]);
    expect(draft.steps.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Database ready', 'Website ready']),
    );
    expect(draft.links).toContainEqual(
      expect.objectContaining({ url: 'https://events-site.corp.example.com' }),
    );
    expect(draft.links.some(({ reveal }) => reveal)).toBe(true);

    world.apply(draft.edits);
    expect(world.platform.problems).toEqual([]);
    const site = world.platform.deployed.find(
      ({ name }) => name === 'events-site',
    );
    expect(site).toMatchObject({
      team: 'events',
      environment: 'events-site',
      access: 'team',
      hosts: ['events-site.corp.example.com'],
      uses: ['events-site-db'],
    });
    // Passwords are asked of the store, not written.
    const written = draft.edits.map(({ content }) => content).join('\n');
    expect(written).not.toMatch(/^\s*(password|stringData):\s*\S+/m);
    expect(
      draft.secrets.flatMap(({ values }) => Object.values(values)),
    ).toContainEqual(expect.objectContaining({ generate: 'password' }));
  });

  it('moves the address and the environment along when the name is corrected', async () => {
    const world = new World();
    const first = await ask(world, noor, deployApplication, {
      app: 'wordpress',
    });
    const draft = drafted(
      await ask(world, noor, deployApplication, {
        ...first.params,
        name: 'marketing-blog',
      }),
    );
    expect(draft.values).toMatchObject({
      name: 'marketing-blog',
      environment: 'marketing-blog',
      host: 'marketing-blog.corp.example.com',
    });
  });

  it('is the same plan again from its own parameters', async () => {
    const world = new World();
    const first = drafted(
      await ask(world, noor, deployApplication, { app: 'ghost' }),
    );
    const [{ params }] = first.intents;
    const again = await deployApplication.plan!(
      params,
      await world.context(noor),
    );
    expect(again).toEqual(first);
  });

  it('goes into the environment that is named or on the page, with its team', async () => {
    const world = new World();
    const named = drafted(
      await ask(world, dev, deployApplication, {
        app: 'wordpress',
        environment: 'shop-staging',
      }),
    );
    expect(named.acts).toHaveLength(1);
    expect(named.summary).toContain('in **shop-staging**');

    const onPage = await ask(
      world,
      dev,
      deployApplication,
      { app: 'wordpress' },
      'system:default/shop-staging',
    );
    expect(onPage.params).toMatchObject({
      environment: 'shop-staging',
      team: 'shop',
    });
  });

  it('asks everything that is missing at once', async () => {
    const both = { ...noor, teams: ['events', 'marketing'] };
    const { missing } = await ask(new World(), both, deployApplication, {
      app: 'web',
    });
    expect(missing.map(({ parameter }) => parameter)).toEqual([
      'image',
      'team',
    ]);
    expect(missing[1].choices).toEqual([
      { value: 'events', label: 'events' },
      { value: 'marketing', label: 'marketing' },
    ]);
  });

  it('offers what there is for an app, an environment or people that it can not serve', async () => {
    const { params, missing } = await ask(new World(), dev, deployApplication, {
      app: 'sharepoint',
      environment: 'shop-stagin',
      access: 'Anna',
    });
    expect(params).toMatchObject({ app: undefined, access: undefined });
    expect(missing.map(({ parameter }) => parameter)).toEqual([
      'app',
      'environment',
      'access',
    ]);
    expect(missing[0].text).toContain('WordPress');
    expect(missing[1].choices?.[0].value).toBe('shop-staging');
  });

  it('proposes a free name where one is taken, even by what nobody shows them', async () => {
    const { missing } = await ask(new World(), noor, deployApplication, {
      app: 'wordpress',
      name: 'storefront',
    });
    expect(missing).toEqual([
      {
        parameter: 'name',
        text: 'The name "storefront" is taken already, so nothing was made. What shall I call it? "storefront-2" is free.',
        choices: [{ value: 'storefront-2', label: 'storefront-2' }],
      },
    ]);
  });

  it('tells those in no team who could add them', async () => {
    await expect(
      ask(new World(), vic, deployApplication, { app: 'wordpress' }),
    ).rejects.toThrow(/aren't in one yet.*Ada can add you/);
  });
});

describe('creating an environment', () => {
  it('plans what a web app usually needs', async () => {
    const world = new World();
    const draft = drafted(
      await ask(world, maya, createEnvironment, { tier: 'dev' }),
    );
    expect(draft.title).toBe('A development environment for marketing');
    expect(draft.summary).toMatch(
      /^I'd make \*\*marketing-dev\*\*, a development environment for \*\*marketing\*\*, with PostgreSQL and Redis, monitoring and passwords kept in the vault, reachable at `marketing-dev\.corp\.example\.com`\./,
    );
    expect(draft.intents[0].params).toEqual({
      name: 'marketing-dev',
      team: 'marketing',
      tier: 'dev',
      services: ['postgresql', 'redis'],
    });
    world.apply(draft.edits);
    expect(
      world.platform.deployed
        .filter(({ environment }) => environment === 'marketing-dev')
        .map(({ name, engine }) => [name, engine]),
    ).toEqual([
      ['marketing-dev-cache', 'redis'],
      ['marketing-dev-db', 'postgresql'],
    ]);
    expect(draft.secrets.length).toBeGreaterThan(0);
    expect(draft.edits.map(({ path }) => path)).toContainEqual(
      expect.stringContaining('monitoring'),
    );
  });

  it('makes none of them for production, and calls that riskier', async () => {
    const draft = drafted(
      await ask(new World(), maya, createEnvironment, {
        tier: 'prod',
        name: 'spring',
      }),
    );
    expect(draft.intents[0].params.services).toEqual([]);
    expect(draft.risk).toBe('medium');
    expect(draft.acts).toEqual([
      expect.objectContaining({ tier: 'prod', creates: true }),
    ]);
  });

  it('asks what it is for, and says what it can not begin with', async () => {
    const { missing } = await ask(new World(), maya, createEnvironment, {
      services: ['postgres', 'mongodb'],
    });
    expect(missing.map(({ parameter }) => parameter)).toEqual([
      'tier',
      'services',
    ]);
    expect(missing[1].text).toContain(`I can't set up "mongodb" here.`);
  });

  it('says how long it stays, and refuses a time that is none', async () => {
    const draft = drafted(
      await ask(new World(), maya, createEnvironment, {
        tier: 'test',
        ttl: 'P2W',
      }),
    );
    expect(draft.summary).toContain(
      'You need it for 2 weeks: it stays until you ask me to remove it.',
    );
    await expect(
      ask(new World(), maya, createEnvironment, { tier: 'test', ttl: 'soon' }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});

describe('adding a database or a cache', () => {
  it('asks which and where, with what there is', async () => {
    const { missing } = await ask(new World(), dev, deployDatabase);
    expect(missing.map(({ parameter }) => parameter)).toEqual([
      'engine',
      'environment',
    ]);
    expect(missing[0].choices?.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['postgresql', 'mysql', 'mariadb']),
    );
    expect(missing[1].choices?.map(({ value }) => value)).toEqual([
      'shop-prod',
      'shop-staging',
    ]);
  });

  it('takes the only environment, a free name and a small size', async () => {
    const world = new World();
    const draft = drafted(
      await ask(world, maya, deployDatabase, {
        engine: 'postgres',
        storage: '20Gi',
      }),
    );
    expect(draft.summary).toBe(
      "I'd make **marketing-prod-db**, a small PostgreSQL database with 20 GiB of disk, in **marketing-prod**, with a password that only your team can see. Fine, or change something?",
    );
    world.apply(draft.edits);
    const made = world.platform.deployed.find(
      ({ name }) => name === 'marketing-prod-db',
    );
    expect(made?.volumes[0].bytes).toBe(20 * 1024 ** 3);
  });

  it('adds Redis where no cache is named, and sends who has no environment for one', async () => {
    const draft = drafted(await ask(new World(), maya, deployCache));
    expect(draft.values).toMatchObject({
      engine: 'redis',
      name: 'marketing-prod-cache',
    });
    const { missing } = await ask(new World(), noor, deployCache);
    expect(missing[0].text).toMatch(/your team has none yet/);
  });

  it('says that a database is no cache', async () => {
    const { missing } = await ask(new World(), ada, deployCache, {
      engine: 'postgresql',
      environment: 'shop-prod',
    });
    expect(missing[0].text).toContain(
      `I can't set up "postgresql" as a cache here.`,
    );
  });
});

describe('hostile and impossible input', () => {
  const names = [
    '../../policies',
    '"; rm -rf /',
    'a'.repeat(300),
    '🎉',
    'a: {b: c}',
    'x\nkind: Secret',
    'kube-system',
    '',
  ];
  const cases: Array<[Intent, Record<string, unknown>]> = [
    [deployApplication, { app: 'wordpress' }],
    [createEnvironment, { tier: 'dev' }],
    [deployDatabase, { engine: 'postgresql' }],
  ];

  it.each(names)('refuses the name %j with a sentence', async name => {
    for (const [intent, params] of cases) {
      await expect(
        ask(new World(), maya, intent, { ...params, name }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/Nothing was changed/),
      });
    }
  });

  it.each([
    [deployApplication, { app: 'wordpress', host: 'evil.example.org' }],
    [deployApplication, { app: 'wordpress', host: 'a_b.corp.example.com' }],
    [deployApplication, { app: 'web', image: '$(reboot)' }],
    [deployApplication, { app: 'web', image: 'nginx:1.27', replicas: -1 }],
    [deployApplication, { app: 'web', image: 'nginx:1.27', replicas: 1e9 }],
    [deployDatabase, { engine: 'postgresql', storage: '9999Ti' }],
    [deployDatabase, { engine: 'postgresql', storage: '20Gi\nx: y' }],
  ] as Array<[Intent, Record<string, unknown>]>)(
    'refuses what can not be: %#',
    async (intent, params) => {
      await expect(
        ask(new World(), maya, intent, params),
      ).rejects.toMatchObject({ name: 'InputError' });
    },
  );

  it('answers for an environment that they may not see as for none at all', async () => {
    const hidden = await ask(new World(), noor, deployDatabase, {
      engine: 'postgresql',
      environment: 'shop-prod',
    });
    const absent = await ask(new World(), noor, deployDatabase, {
      engine: 'postgresql',
      environment: 'shop-nope',
    });
    expect(hidden.missing[0].text.replace('shop-prod', 'X')).toBe(
      absent.missing[0].text.replace('shop-nope', 'X'),
    );
  });
});

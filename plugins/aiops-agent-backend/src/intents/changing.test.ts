import type { PlanDraft } from '@aiops-portal/plugin-aiops-agent-node';
import { builtinIntents } from './builtin';
import { deployApplication } from './deploy-application';
import { deleteApplication } from './delete-application';
import { deleteEnvironment } from './delete-environment';
import { createEnvironment } from './create-environment';
import { IntentRegistry } from './registry';
import { resizeApplication } from './resize-application';
import { restartApplication } from './restart-application';
import { scaleApplication } from './scale-application';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';

const { ada, dev, maya, noor } = PEOPLE;

const WEB = 'marketing-web';
const GIB = 1024 ** 3;

function drafted(asked: { draft?: PlanDraft }): PlanDraft {
  expect(asked.draft).toBeDefined();
  return asked.draft!;
}

function thing(world: World, name: string) {
  return world.platform.deployed.find(one => one.name === name)!;
}

/** What all copies use of what they may, as shares. */
function uses(world: World, name: string, cpu: number, memory: number) {
  const [workload] = thing(world, name).workloads;
  const [{ limits }] = workload.containers;
  const measure = (limit: number, share: number) => ({
    used: limit * workload.replicas * share,
    limit: limit * workload.replicas,
  });
  world.measures.set(name, {
    cpu: measure(limits.cpu!, cpu),
    memory: measure(limits.memory!, memory),
    at: world.now.toISOString(),
  });
}

/** The same on a page of the application. */
const onPage = (name: string) => `component:default/${name}`;

describe('more or fewer copies', () => {
  it.each([
    [{ replicas: 3 }, 3],
    [{ add: 1 }, 3],
    [{ factor: 2 }, 4],
    [{ direction: 'up' }, 4],
    [{ direction: 'down' }, 1],
    [{ add: 1, direction: 'down' }, 1],
    [{ factor: 2, direction: 'down' }, 1],
    [{ direction: 'up', replicas: 5 }, 5],
  ])('takes %j of two copies as %d', async (said, replicas) => {
    const world = new World();
    const asked = await ask(world, maya, scaleApplication, {
      application: WEB,
      ...said,
    });
    expect(asked.params).toEqual({ application: WEB, replicas });
    world.apply(drafted(asked).edits);
    expect(thing(world, WEB).workloads[0].replicas).toBe(replicas);
  });

  it('means the page, else the only app of the person, else asks', async () => {
    const world = new World();
    const only = await ask(world, maya, scaleApplication, { direction: 'up' });
    const draft = drafted(only);
    expect(draft.title).toBe('marketing-web: 2 copies become 4');
    expect(draft.summary).toBe(
      "I'd run **4 copies** of **marketing-web** instead of 2, twice as many. Fine, or another number?",
    );
    expect(draft).toMatchObject({
      confirmLabel: 'Yes, do it',
      risk: 'low',
      fields: [{ name: 'replicas', value: '4' }],
      undo: { days: 7, text: 'to go back to 2 copies' },
      acts: [{ intent: 'scale_application', tier: 'prod', deletes: false }],
    });
    const page = await ask(
      world,
      dev,
      scaleApplication,
      { add: 2 },
      onPage('storefront'),
    );
    expect(page.params).toEqual({ application: 'storefront', replicas: 4 });
    const { missing } = await ask(world, dev, scaleApplication, { add: 2 });
    expect(missing[0]).toMatchObject({
      parameter: 'application',
      text: 'Which one shall have more or fewer copies?',
    });
    expect(missing[0].choices?.map(({ value }) => value)).toEqual([
      'checkout-api',
      'storefront',
      'checkout-api-staging',
    ]);
  });

  it('asks how many, and takes the number of a button', async () => {
    const world = new World();
    const { missing } = await ask(world, maya, scaleApplication);
    expect(missing).toEqual([
      {
        parameter: 'replicas',
        text: 'How many copies of **marketing-web** shall run? It is 2 copies now.',
        choices: [
          { value: '1', label: '1 copy' },
          { value: '3', label: '3 copies' },
          { value: '4', label: '4 copies' },
        ],
      },
    ]);
    const asked = await ask(world, maya, scaleApplication, { replicas: '3' });
    expect(asked.params).toEqual({ application: WEB, replicas: 3 });
  });

  it('names resources to those who work with them', async () => {
    const world = new World();
    const said = { application: 'storefront', replicas: 3 };
    expect(
      drafted(await ask(world, dev, scaleApplication, said)).summary,
    ).toContain('**storefront** (`shop-prod/storefront`)');
    expect(
      drafted(await ask(world, ada, scaleApplication, said)).summary,
    ).toContain(
      '(`Deployment shop-prod/storefront`, `k8s-manifests/apps/shop-prod/storefront/deployment.yaml`)',
    );
  });

  it('says why not', async () => {
    const world = new World();
    await expect(
      ask(world, dev, scaleApplication, {
        application: 'shop-db',
        replicas: 2,
      }),
    ).rejects.toThrow(
      /"shop-db" can run as one copy only.*larger size.*Nothing was changed/,
    );
    await expect(
      ask(world, dev, scaleApplication, {
        application: 'checkout-api-staging',
        direction: 'down',
      }),
    ).rejects.toThrow(/runs as one copy already/);
  });
});

describe('more or less for each copy', () => {
  it('takes amounts, sizes and directions', async () => {
    const world = new World();
    const { cpu, memory } = thing(world, WEB).workloads[0].containers[0].limits;
    const draft = drafted(
      await ask(world, maya, resizeApplication, { memory: '2Gi' }),
    );
    expect(draft.title).toBe(
      `marketing-web: each may use 2 GiB of memory instead of ${
        memory! / 1024 ** 2
      } MiB`,
    );
    expect(draft.fields).toEqual([
      { name: 'memory', label: 'Memory', value: '2Gi' },
    ]);
    world.apply(draft.edits);
    const [after] = thing(world, WEB).workloads[0].containers;
    expect(after.limits).toEqual({ cpu, memory: 2 * GIB });

    const large = await ask(world, maya, resizeApplication, {
      size: 'large',
      cpu: '3',
    });
    expect(large.params).toEqual({
      application: WEB,
      cpu: '3',
      memory: '2Gi',
    });
    const api = await ask(world, dev, resizeApplication, {
      application: 'checkout-api-staging',
      direction: 'up',
    });
    expect(drafted(api).title).toBe(
      'checkout-api-staging: 2 cores instead of 1 and 512 MiB of memory instead of 256 MiB',
    );
  });

  it('gives more of what is short, and more copies where the CPU is used up', async () => {
    const world = new World();
    const up = { application: WEB, direction: 'up' };
    const { limits } = thing(world, WEB).workloads[0].containers[0];
    uses(world, WEB, 0.3, 0.95);
    expect(await ask(world, maya, resizeApplication, up)).toMatchObject({
      params: { application: WEB, memory: '1Gi' },
    });

    uses(world, WEB, 0.97, 0.3);
    const asked = await ask(world, maya, resizeApplication, up);
    const draft = drafted(asked);
    const cpu = limits.cpu!;
    expect(draft.intents.map(({ intent }) => intent)).toEqual([
      'scale_application',
      'resize_application',
    ]);
    expect(draft.intents[0].params).toEqual({ application: WEB, replicas: 4 });
    expect(draft.summary).toMatch(
      /^For \*\*marketing-web\*\*: 2 copies become 4, and each may use \d.* instead of \d\S*\. Fine, or change something\?$/,
    );
    expect(draft.acts).toHaveLength(2);
    expect(draft.steps).toHaveLength(1);
    expect(draft.edits).toHaveLength(1);
    // Nothing else in the file that people wrote is touched.
    const [{ path, content }] = draft.edits;
    const before = world.platform.files.get(path)!.split('\n');
    expect(
      content!
        .split('\n')
        .filter((line, index) => line !== before[index])
        .map(line => line.trim()),
    ).toEqual(['replicas: 4', "cpu: '1'", "cpu: '1'"]);
    world.apply(draft.edits);
    expect(thing(world, WEB).workloads[0]).toMatchObject({
      replicas: 4,
      containers: [{ limits: { cpu: 2 * cpu } }],
    });
    expect(world.platform.problems).toEqual([]);

    // A database can't be more copies, so its one copy gets more.
    uses(world, 'shop-db', 0.95, 0.2);
    const database = await ask(world, dev, resizeApplication, {
      application: 'shop-db',
      direction: 'up',
    });
    expect(database.params).toEqual({ application: 'shop-db', cpu: '4' });
  });

  it('takes no more than what is used leaves', async () => {
    const world = new World();
    const down = { application: WEB, direction: 'down' };
    uses(world, WEB, 0.1, 0.7);
    expect((await ask(world, maya, resizeApplication, down)).params).toEqual({
      application: WEB,
      cpu: expect.any(String),
    });
    uses(world, WEB, 0.6, 0.7);
    await expect(ask(world, maya, resizeApplication, down)).rejects.toThrow(
      /needs what it has.*Nothing was changed/,
    );
  });

  it('asks how large, and refuses what can not be', async () => {
    const world = new World();
    const { missing } = await ask(world, maya, resizeApplication);
    expect(missing[0].choices?.map(({ value }) => value)).toEqual([
      'small',
      'medium',
      'large',
    ]);
    for (const said of [{ memory: 'lots' }, { cpu: '-1' }, { cpu: '9999' }]) {
      await expect(
        ask(world, maya, resizeApplication, said),
      ).rejects.toMatchObject({ name: 'InputError' });
    }
  });
});

describe('plans of several intents', () => {
  it('are the same again from what they name, whatever the hour', async () => {
    const world = new World();
    const drawing = world.drawing(new IntentRegistry(builtinIntents));
    const intents = [
      {
        intent: 'scale_application',
        params: { application: WEB, replicas: 3 },
      },
      {
        intent: 'resize_application',
        params: { application: WEB, memory: '1Gi' },
      },
      { intent: 'restart_application', params: { application: WEB } },
    ];
    const first = await drawing.again({
      intents,
      person: maya,
      platform: world.platform,
    });
    expect(first.title).toBe(
      'marketing-web: 2 copies become 3, each may use 1 GiB of memory instead of 512 MiB, and a restart',
    );
    world.now = new Date('2026-11-16T11:00:00Z');
    const again = await drawing.again({
      intents: first.intents,
      person: maya,
      platform: world.platform,
    });
    const { edits: _, ...agreed } = first;
    expect(again).toMatchObject(agreed);
  });

  it('build upon what those before them make, and are for one team', async () => {
    const world = new World();
    const drawing = world.drawing(new IntentRegistry(builtinIntents));
    const { draft } = (await drawing.draw(
      [
        { intent: 'create_environment', params: { tier: 'test' } },
        {
          intent: 'deploy_application',
          params: { app: 'wordpress', environment: 'marketing-test' },
        },
      ],
      await world.context(maya),
      async () => world.platform,
    )) as { draft: PlanDraft };
    expect(draft.acts.map(({ intent }) => intent)).toEqual([
      'create_environment',
      'deploy_application',
    ]);
    expect(draft.summary).toMatch(/marketing-test[^]*\n\n/);
    world.apply(draft.edits);
    expect(world.platform.problems).toEqual([]);

    await expect(
      drawing.again({
        intents: [
          { intent: 'restart_application', params: { application: WEB } },
          {
            intent: 'restart_application',
            params: { application: 'storefront' },
          },
        ],
        person: ada,
        platform: world.platform,
      }),
    ).rejects.toThrow(/each team agrees to its own/);
  });
});

describe('restarting', () => {
  it('says whether it answers meanwhile', async () => {
    const world = new World();
    const web = drafted(await ask(world, maya, restartApplication));
    expect(web.summary).toBe(
      "I'd restart **marketing-web**: its 2 copies are replaced by fresh ones of the same version, one after the other, so that it goes on answering. Fine?",
    );
    const database = drafted(
      await ask(world, dev, restartApplication, { application: 'shop-db' }),
    );
    expect(database.summary).toContain("doesn't answer for a moment");
    expect(database.risk).toBe('medium');
  });
});

describe('deleting', () => {
  async function withSite() {
    const world = new World();
    for (const [intent, params] of [
      [createEnvironment, { tier: 'test', services: ['redis'] }],
      [
        deployApplication,
        { app: 'wordpress', name: 'spring', environment: 'marketing-test' },
      ],
    ] as const) {
      world.apply(drafted(await ask(world, maya, intent, params)).edits);
    }
    return world;
  }

  it('names what is in an environment, what is lost and when', async () => {
    const world = await withSite();
    const asked = await ask(world, maya, deleteEnvironment, {
      environment: 'test',
    });
    const draft = drafted(asked);
    expect(asked.params).toEqual({ environment: 'marketing-test' });
    expect(draft.summary).toBe(
      "Delete **marketing-test**, a test environment, with **marketing-test-cache** (a cache), **spring** (an app) and **spring-db** (a database)? It stops at once, and `marketing-test.corp.example.com` can't be reached any more. All data is kept asleep for 7 days, until 23 November 2026; until then you can undo it. Then it is removed for good, with the data of **spring** and **spring-db** (up to 10 GiB), which nobody can bring back.",
    );
    expect(draft).toMatchObject({
      confirmLabel: 'Yes, delete marketing-test',
      risk: 'medium',
      undo: { days: 7 },
      acts: [
        {
          intent: 'delete_environment',
          environment: 'marketing-test',
          tier: 'test',
          deletes: true,
        },
      ],
    });
    world.apply(draft.edits);
    expect(world.platform.environments.at(-1)?.asleep).toBeUndefined();
    const gone = world.platform.environments.find(
      ({ name }) => name === 'marketing-test',
    );
    expect(gone?.asleep?.removeAfter).toBe('2026-11-23T09:30:00.000Z');
    await expect(
      ask(world, maya, deleteEnvironment, { environment: 'marketing-test' }),
    ).rejects.toThrow(/is deleted already.*removed on 23 November 2026/);

    // What is agreed to is how long it is kept, not until which minute.
    world.now = new Date('2026-11-18T10:00:00Z');
    const later = await withSite();
    later.now = world.now;
    const again = drafted(
      await ask(later, maya, deleteEnvironment, { environment: 'test' }),
    );
    expect(again.values).toEqual(draft.values);
    expect(again.intents).toEqual(draft.intents);
  });

  it('takes what came with an application along, and leaves what others use', async () => {
    const world = await withSite();
    const draft = drafted(
      await ask(world, maya, deleteApplication, { application: 'spring' }),
    );
    expect(draft.summary).toMatch(
      /^Delete \*\*spring\*\* in \*\*marketing-test\*\*, with its database \*\*spring-db\*\*\? It stops at once/,
    );
    expect(draft.targets).toEqual(['application/spring', 'database/spring-db']);
    world.apply(draft.edits);
    expect(thing(world, 'spring-db').asleep?.removeAfter).toBeDefined();
    expect(thing(world, 'marketing-test-cache').asleep).toBeUndefined();

    const api = drafted(
      await ask(world, dev, deleteApplication, { application: 'checkout-api' }),
    );
    expect(api.targets).toEqual(['application/checkout-api']);
    expect(api.summary).toMatch(/\*\*shop-db\*\* stays as it is\.$/);
    expect(api.risk).toBe('high');
    await expect(
      ask(world, dev, deleteApplication, { application: 'shop-db' }),
    ).rejects.toThrow(
      /checkout-api uses shop-db and would stop working.*nothing was changed/,
    );
  });

  it('never takes the page of an application, or the only production, for all that is deleted', async () => {
    const world = await withSite();
    const elsewhere = await ask(
      world,
      maya,
      deleteEnvironment,
      {},
      onPage('marketing-web'),
    );
    expect(elsewhere.missing[0].parameter).toBe('environment');
    const only = await ask(new World(), maya, deleteEnvironment);
    expect(only.missing).toHaveLength(1);
    const ownPage = await ask(
      world,
      maya,
      deleteEnvironment,
      {},
      'system:default/marketing-test',
    );
    expect(ownPage.params).toEqual({ environment: 'marketing-test' });
  });

  it('asks which of several, and says where there is none of the kind', async () => {
    const world = await withSite();
    const second = await ask(world, maya, createEnvironment, {
      tier: 'test',
      name: 'spring-test',
    });
    world.apply(drafted(second).edits);
    const { missing } = await ask(world, maya, deleteEnvironment, {
      environment: 'my test env',
    });
    expect(missing[0]).toMatchObject({
      text: 'You have several test environments. Which environment shall be deleted?',
      choices: [{ value: 'marketing-test' }, { value: 'spring-test' }],
    });
    const none = await ask(world, noor, deleteEnvironment, {
      environment: 'staging',
    });
    expect(none.missing[0].text).toMatch(
      /^Your team has no staging environment\./,
    );
  });
});

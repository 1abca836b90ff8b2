import type { Backup } from '@aiops-portal/plugin-aiops-agent-node';
import { createBackup } from './create-backup';
import { forgetBackup } from './forget-backup';
import { listBackups } from './list-backups';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';

const { ada, dev, maya, vic } = PEOPLE;

function backup(fields: Partial<Backup> = {}): Backup {
  return {
    name: 'shop-prod-shop-db-1',
    environments: ['shop-prod'],
    instances: ['shop-db'],
    state: 'complete',
    phase: 'Completed',
    createdAt: '2026-11-15T02:00:00Z',
    expiresAt: '2026-12-15T02:00:00Z',
    volumes: [
      {
        name: 'data-shop-db-0',
        environment: 'shop-prod',
        state: 'saved',
        bytes: 3 * 1024 ** 3,
      },
    ],
    snapshots: { asked: 0, made: 0 },
    ...fields,
  };
}

const empty = backup({
  name: 'shop-prod-shop-db-2',
  createdAt: '2026-11-16T02:00:00Z',
  volumes: [
    { name: 'data-shop-db', environment: 'shop-prod', state: 'missing' },
  ],
});

describe('making a backup', () => {
  it('says what would be in it and until when, and writes one file', async () => {
    const { draft } = await ask(new World(), dev, createBackup, {
      target: 'checkout-api',
    });
    expect(draft).toMatchObject({
      summary:
        "I'd back up **checkout-api** with its database **shop-db**, in **shop-prod**, now. Settings and data would be in it: 1 volume of up to 20 GiB. It is kept for 30 days, until 16 December 2026. Nothing stops meanwhile. Fine?",
      outcome:
        'A backup of **checkout-api** with its database **shop-db**, in **shop-prod**, kept for 30 days, until 16 December 2026.',
      intents: [
        {
          intent: 'create_backup',
          params: { target: 'checkout-api', made: '2026-11-16T09:30:00.000Z' },
        },
      ],
      edits: [
        {
          path: 'k8s-manifests/platform/backups/shop-prod-checkout-api-20261116-093000.yaml',
        },
      ],
      acts: [{ intent: 'create_backup', environment: 'shop-prod' }],
    });
    expect(draft?.undo).toBeUndefined();
  });

  it('says where there is no data to save', async () => {
    const { draft } = await ask(new World(), dev, createBackup, {
      target: 'storefront',
    });
    expect(draft?.summary).toContain(
      'There is no data in volumes, so only settings would be in it.',
    );
  });

  it('means the entity of the page, and asks where it could be any', async () => {
    const onPage = await ask(
      new World(),
      dev,
      createBackup,
      {},
      'resource:default/shop-db',
    );
    expect(onPage.params.target).toBe('shop-db');
    const { missing } = await ask(new World(), dev, createBackup);
    expect(missing).toMatchObject([
      { parameter: 'target', text: 'What shall I back up?' },
    ]);
  });

  it('says before anything is planned that there is nothing to make it with', async () => {
    const world = new World();
    world.backups = undefined;
    await expect(ask(world, dev, createBackup)).rejects.toThrow(
      'Backups are made by Velero, and the cluster has none that I can see, so nothing was changed.',
    );
    expect(
      (await ask(world, dev, listBackups, { target: 'shop-db' })).answer?.text,
    ).toMatch(/^There are no backups: they are made by Velero/);
  });

  it('refuses what sleeps, for there would be nothing in it', async () => {
    const world = new World();
    const context = await world.context(dev);
    const database = context.platform.deployed.find(
      ({ name }) => name === 'shop-db',
    )!;
    world.apply(context.compose.sleep(database).edits);
    await expect(
      ask(world, dev, createBackup, { target: 'shop-db' }),
    ).rejects.toThrow('"shop-db" is asleep, and only what runs can be copied');
    const { draft } = await ask(world, dev, createBackup, {
      target: 'shop-prod',
    });
    expect(draft?.summary).toContain(
      'Only settings would be in it. The data of **shop-db** would not be in it: it is asleep, and only what runs can be copied.',
    );
  });

  it('is taken back out of Git when its day has come, not before', async () => {
    const world = new World();
    const { draft } = await ask(world, dev, createBackup, {
      target: 'shop-db',
    });
    world.apply(draft!.edits);
    const name = 'shop-prod-shop-db-20261116-093000';
    await expect(ask(world, dev, forgetBackup, { name })).rejects.toThrow(
      'is not due to leave Git',
    );
    world.now = new Date('2026-12-15T09:30:00Z');
    expect((await ask(world, dev, forgetBackup, { name })).draft).toMatchObject(
      {
        team: 'shop',
        targets: ['environment/shop-prod', `backup/${name}`],
        edits: [{ path: `k8s-manifests/platform/backups/${name}.yaml` }],
      },
    );
  });
});

describe('the backups that there are', () => {
  const world = new World();
  world.backups = [empty, backup()];

  it('protect only with a volume to show for it', async () => {
    const { answer } = await ask(world, dev, listBackups, {
      target: 'shop-db',
    });
    expect(answer).toMatchObject({
      text: 'The newest backup of **shop-db** with all of its data is from 15 November 2026, 02:00 UTC.',
      items: [
        {
          title: 'shop-db',
          subtitle:
            '16 November 2026, 02:00 UTC · only 0 of 1 volume saved · kept until 15 December 2026 · shop-prod-shop-db-2',
          tone: 'warning',
        },
        {
          subtitle: expect.stringContaining('1 of 1 volume saved'),
          value: '3 GiB',
          tone: 'positive',
        },
      ],
      suggestions: [{ text: 'Make a backup of shop-db' }],
    });
    expect(answer?.details?.[0].body).toContain('data-shop-db: missing');

    const bad = new World();
    bad.backups = [empty];
    expect(
      (await ask(bad, dev, listBackups, { target: 'shop-db' })).answer?.text,
    ).toBe(
      'No backup of **shop-db** has all of its data, so it is not protected.',
    );
    // That a database in it was saved says nothing about the rest.
    expect(
      (await ask(world, dev, listBackups, { target: 'shop-prod' })).answer
        ?.text,
    ).toBe(
      'No backup of **shop-prod** has all of its data, so it is not protected.',
    );
  });

  it('are counted, with those from which something is missing', async () => {
    expect((await ask(world, dev, listBackups)).answer?.text).toBe(
      'I know of 2 backups of what is yours. Data is missing from 1.',
    );
    const well = new World();
    well.backups = [backup(), backup({ volumes: [] })];
    expect((await ask(well, dev, listBackups)).answer?.text).toBe(
      'I know of 2 backups of what is yours, with nothing missing.',
    );
  });

  it('are said of what keeps no data without alarm', async () => {
    expect(
      (await ask(world, dev, listBackups, { target: 'storefront' })).answer
        ?.text,
    ).toBe(
      'There is no backup of **storefront**. It keeps no data in volumes, and its settings are in Git.',
    );
  });

  it('are shown to whom they concern, as far as they do', async () => {
    const cluster = new World();
    cluster.backups = [
      backup({
        name: 'nightly',
        environments: [],
        instances: [],
        reason: 'data-shop-db-0: repository is locked',
      }),
      backup(),
    ];
    const seen = async (person: typeof dev) =>
      (await ask(cluster, person, listBackups)).answer;
    expect((await seen(dev))?.items).toHaveLength(2);
    expect((await seen(vic))?.items).toHaveLength(2);
    const marketing = await seen(maya);
    expect(marketing?.items).toMatchObject([
      {
        title: 'Everything in the cluster',
        subtitle: expect.stringContaining('settings only, no data'),
      },
    ]);
    expect(JSON.stringify(marketing)).not.toContain('shop');
    expect((await seen(ada))?.details?.[0].body).toContain(
      'nightly: Completed',
    );
  });
});

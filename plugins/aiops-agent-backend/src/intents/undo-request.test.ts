import type { Intent } from '@aiops-portal/plugin-aiops-agent-node';
import { createEnvironment } from './create-environment';
import { deleteEnvironment } from './delete-environment';
import { deployApplication } from './deploy-application';
import { deployDatabase } from './deploy-database';
import { resizeApplication } from './resize-application';
import { restartApplication } from './restart-application';
import { scaleApplication } from './scale-application';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';
import { createUndoRequest } from './undo-request';

const { dev, maya, noor } = PEOPLE;

const FILE = 'k8s-manifests/apps/shop-staging/checkout-api/deployment.yaml';

/** Git as far as undoing reads it: one commit upon another. */
function history(
  before: Map<string, string>,
  after: Map<string, string>,
  paths = [FILE],
) {
  return {
    committerEmail: 'portal@corp.example.com',
    files: async (sha: string) => (sha === 'before' ? before : after),
    findByTrailer: async () => [
      {
        sha: '0'.repeat(39).concat('1'),
        parent: 'before',
        subject: '',
        author: '',
        committerEmail: 'portal@corp.example.com',
        at: '',
        trailers: {},
        paths,
      },
    ],
  };
}

/** What was asked for, live, and what undoes it upon the history that it made. */
async function changed(
  person: typeof noor,
  intent: Intent,
  params: Record<string, unknown>,
) {
  const world = new World();
  const before = new Map(world.platform.files);
  const { draft } = await ask(world, person, intent, params);
  const change = world.live(draft!, person);
  const after = new Map(world.platform.files);
  const paths = draft!.edits.map(({ path }) => path);
  const git = history(before, after, paths);
  return {
    world,
    before,
    change,
    undoIt: createUndoRequest({ repository: git }),
  };
}

const undo: Intent = createUndoRequest({
  repository: history(new Map(), new Map()),
});

async function make(
  world: World,
  person: typeof noor,
  intent: Intent,
  params: Record<string, unknown>,
) {
  const { draft } = await ask(world, person, intent, params);
  return world.live(draft!, person);
}

describe('undoing', () => {
  it('puts what was made to sleep with a due date, and an undo of that wakes it as it was', async () => {
    const world = new World();
    const made = await make(world, noor, deployApplication, {
      app: 'wordpress',
    });
    const awake = new Map(world.platform.files);

    const { draft } = await ask(world, noor, undo, { request: made.id });
    expect(draft).toMatchObject({
      undoes: made.id,
      risk: 'low',
      summary:
        "I'd put **events-site** to sleep: out of reach, with all data kept until 23 November 2026, then removed.",
      acts: [{ intent: 'delete_environment', deletes: true, creates: false }],
    });
    const slept = world.live(draft!, noor);
    const environment = world.platform.environments.find(
      ({ name }) => name === 'events-site',
    );
    expect(environment?.asleep?.removeAfter).toBe('2026-11-23T09:30:00.000Z');
    await expect(ask(world, noor, undo, { request: made.id })).rejects.toThrow(
      /asleep already/,
    );

    const back = await ask(world, noor, undo, { request: slept.id });
    expect(back.draft).toMatchObject({
      undoes: slept.id,
      confirmLabel: 'Yes, bring it back',
      acts: [{ intent: 'wake_environment', deletes: false }],
    });
    world.live(back.draft!, noor);
    expect(new Map(world.platform.files)).toEqual(awake);
  });

  it('is the same plan again a minute later', async () => {
    const world = new World();
    const made = await make(world, noor, deployApplication, { app: 'ghost' });
    const { draft } = await ask(world, noor, undo, { request: made.id });
    world.now = new Date(world.now.getTime() + 60_000);
    const again = await undo.plan!(
      draft!.intents[0].params,
      await world.context(noor),
    );
    expect(again.values).toEqual(draft!.values);
    expect(again.intents).toEqual(draft!.intents);
  });

  it('leaves the environment where only a database was added to it', async () => {
    const world = new World();
    const made = await make(world, maya, deployDatabase, {
      engine: 'postgresql',
    });
    const { draft } = await ask(world, maya, undo, { request: made.id });
    expect(draft?.summary).toContain('**marketing-prod-db** to sleep');
    expect(draft).toMatchObject({
      risk: 'medium',
      acts: [{ intent: 'delete_application', tier: 'prod' }],
    });
  });

  it('refuses when others have built upon what would stop', async () => {
    const world = new World();
    const made = await make(world, maya, createEnvironment, { tier: 'dev' });
    await make(world, maya, deployApplication, {
      app: 'wordpress',
      environment: 'marketing-dev',
    });
    await expect(ask(world, maya, undo, { request: made.id })).rejects.toThrow(
      /marketing-site.* added to what REQ-1042 made and would stop too, so nothing was changed/,
    );
  });

  it('refuses what is too late, undone already or never written, and says so', async () => {
    const world = new World();
    const made = await make(world, noor, deployApplication, { app: 'ghost' });
    const refusal = (change: Partial<typeof made>, words: RegExp) => {
      const original = { undoneBy: undefined, ...made };
      Object.assign(made, change);
      return expect(ask(world, noor, undo, { request: made.id }))
        .rejects.toThrow(words)
        .then(() => Object.assign(made, original));
    };
    await refusal(
      { undoUntil: '2026-11-15T00:00:00Z' },
      /could be undone until 15 November 2026/,
    );
    await refusal({ undoneBy: 'REQ-1050' }, /being undone already/);
    await refusal({ commit: undefined }, /has not been written down/);
  });

  describe('an edit of files that were there', () => {
    async function edited() {
      const world = new World();
      const before = new Map(world.platform.files);
      const old = before.get(FILE)!;
      const change = world.live(
        {
          title: 'checkout-api with 3 copies',
          team: 'shop',
          intents: [{ intent: 'scale_application', params: {} }],
          edits: [{ path: FILE, content: `${old}# three\n` }],
          undoes: undefined,
        } as unknown as Parameters<World['live']>[0],
        dev,
      );
      const repository = history(before, new Map(world.platform.files));
      return {
        world,
        old,
        change,
        undoEdit: createUndoRequest({ repository }),
      };
    }

    it('puts the earlier content back', async () => {
      const { world, old, change, undoEdit } = await edited();
      const { draft } = await ask(world, dev, undoEdit, {
        request: change.id,
      });
      expect(draft).toMatchObject({
        edits: [{ path: FILE, content: old }],
        targets: ['application/checkout-api-staging'],
        acts: [{ intent: 'scale_application', deletes: false }],
      });
    });

    it('refuses when somebody has changed a file since', async () => {
      const { world, old, change, undoEdit } = await edited();
      world.apply([{ path: FILE, content: `${old}# by hand\n` }]);
      await expect(
        ask(world, dev, undoEdit, { request: change.id }),
      ).rejects.toThrow(/changed since REQ-1042.*Nothing was changed/);
    });
  });

  it.each<[string, Intent, Record<string, unknown>]>([
    ['other copies', scaleApplication, { replicas: 4 }],
    ['another size', resizeApplication, { memory: '2Gi', cpu: '2' }],
    ['a restart', restartApplication, {}],
  ])(
    'takes %s back, and follows the copies that begin anew',
    async (_, intent, params) => {
      const { world, before, change, undoIt } = await changed(
        maya,
        intent,
        params,
      );
      const { draft } = await ask(world, maya, undoIt, { request: change.id });
      expect(draft).toMatchObject({
        undoes: change.id,
        targets: ['application/marketing-web'],
        acts: [{ intent: intent.name, tier: 'prod', deletes: false }],
        steps: [
          {
            title: 'All copies running',
            watch: { kind: 'Deployment', name: 'marketing-web' },
          },
        ],
      });
      expect(draft?.summary).toMatch(
        /^I'd put \*\*marketing-web\*\* back to how it was before REQ-1042 \(/,
      );
      world.apply(draft!.edits);
      expect(world.platform.files).toEqual(before);
    },
  );

  it('takes back its own lines where others have changed other lines since', async () => {
    const { world, before, change, undoIt } = await changed(
      maya,
      scaleApplication,
      { replicas: 4 },
    );
    const restart = await ask(world, maya, restartApplication);
    world.apply(restart.draft!.edits);
    const { draft } = await ask(world, maya, undoIt, { request: change.id });
    const [{ path, content }] = draft!.edits;
    expect(content).toMatch(/restartedAt/);
    expect(content).toMatch(/^ {2}replicas: 2$/m);
    expect(content?.split('\n')).toHaveLength(
      before.get(path)!.split('\n').length + 2,
    );

    world.apply([
      { path, content: content!.replace('replicas: 2', 'replicas: 7') },
    ]);
    await expect(
      ask(world, maya, undoIt, { request: change.id }),
    ).rejects.toThrow(/changed since REQ-1042.*Nothing was changed/);
  });

  it('wakes what was deleted as it was, which takes no more leave than waking', async () => {
    const { world, before, change, undoIt } = await changed(
      dev,
      deleteEnvironment,
      { environment: 'shop-staging' },
    );
    const { draft } = await ask(world, dev, undoIt, { request: change.id });
    expect(draft?.acts).toEqual([
      expect.objectContaining({ intent: 'wake_environment', deletes: false }),
    ]);
    expect(draft?.targets).toContain('environment/shop-staging');
    world.apply(draft!.edits);
    expect(world.platform.files).toEqual(before);
  });
});

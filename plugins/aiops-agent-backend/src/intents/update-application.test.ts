import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';
import { updateApplication } from './update-application';

const { dev } = PEOPLE;
const application = 'checkout-api-staging';

describe('updating an application', () => {
  const versionIn = (world: World) =>
    world.platform.deployed.find(({ name }) => name === application)?.version;

  it('changes the tag of its image and nothing else', async () => {
    const world = new World();
    const before = versionIn(world);
    const { draft } = await ask(world, dev, updateApplication, {
      application,
      version: 'v9.8.7',
    });
    expect(draft).toMatchObject({
      targets: [`application/${application}`],
      values: { [`${application}.version`]: '9.8.7' },
      acts: [{ intent: 'update_application', creates: false }],
    });
    const [edit, ...others] = draft!.edits;
    expect(others).toEqual([]);
    const old = world.platform.files.get(edit.path);
    const plain = (text?: string) => text?.replace(/\s/g, '');
    expect(plain(edit.content)).toBe(
      plain(old?.replace(`:${before}`, ':9.8.7')),
    );
    world.live(draft!, dev);
    expect(versionIn(world)).toBe('9.8.7');
  });

  it('asks for a version, also where only the latest is wanted', async () => {
    const world = new World();
    for (const version of [undefined, 'latest']) {
      const { missing } = await ask(world, dev, updateApplication, {
        application,
        version,
      });
      expect(missing).toMatchObject([
        {
          parameter: 'version',
          text: expect.stringContaining(versionIn(world) ?? ''),
        },
      ]);
    }
    const { missing } = await ask(world, dev, updateApplication, {
      version: '2.0.0',
    });
    expect(missing).toMatchObject([{ parameter: 'application' }]);
  });

  it('refuses what is no version, and what runs already', async () => {
    const world = new World();
    const update = (version: string) =>
      ask(world, dev, updateApplication, { application, version });
    await expect(update('1.0; rm -rf /')).rejects.toThrow('no version');
    await expect(update(versionIn(world) ?? '')).rejects.toThrow(
      'already, so nothing was changed',
    );
  });
});

import { hibernateEnvironment } from './hibernate-environment';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';
import { wakeEnvironment } from './wake-environment';

const { dev } = PEOPLE;
/** What is in Git, however it is laid out. */
const written = ({ platform }: World) =>
  Array.from(platform.files, ([path, content]) => [
    path,
    content.replace(/\s/g, ''),
  ]).sort();
const STAGING = { environment: 'shop-staging' };

describe('putting an environment to sleep and waking it', () => {
  it('stops what runs, keeps it, and brings it back as it was', async () => {
    const world = new World();
    const before = written(world);
    const { draft } = await ask(world, dev, hibernateEnvironment, STAGING);
    expect(draft).toMatchObject({
      team: 'shop',
      targets: ['environment/shop-staging'],
      values: { 'shop-staging.asleep': true },
      acts: [{ intent: 'hibernate_environment', deletes: false }],
    });
    expect(draft?.edits.every(({ content }) => content !== undefined)).toBe(
      true,
    );
    world.live(draft!, dev);
    const asleep = world.platform.environments.find(
      ({ name }) => name === 'shop-staging',
    )?.asleep;
    // It sleeps until it is woken: nothing is to be removed.
    expect(asleep).toMatchObject({ since: expect.any(String) });
    expect(asleep?.removeAfter).toBeUndefined();

    const woken = await ask(world, dev, wakeEnvironment, STAGING);
    world.live(woken.draft!, dev);
    expect(written(world)).toEqual(before);
  });

  it('says so where it sleeps or is awake already, and asks which one', async () => {
    const world = new World();
    await expect(ask(world, dev, wakeEnvironment, STAGING)).rejects.toThrow(
      '"shop-staging" is awake already, so nothing was changed.',
    );
    const { draft } = await ask(world, dev, hibernateEnvironment, STAGING);
    world.live(draft!, dev);
    await expect(
      ask(world, dev, hibernateEnvironment, STAGING),
    ).rejects.toThrow('asleep already');
    const { missing } = await ask(world, dev, hibernateEnvironment);
    expect(missing).toMatchObject([{ parameter: 'environment' }]);
    expect(missing[0].choices?.map(({ value }) => value)).toContain(
      'shop-staging',
    );
  });

  it('takes the environment of the page', async () => {
    const { params } = await ask(
      new World(),
      dev,
      hibernateEnvironment,
      {},
      'system:default/shop-staging',
    );
    expect(params).toEqual(STAGING);
  });
});

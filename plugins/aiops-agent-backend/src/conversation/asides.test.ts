import type { Turn } from '@aiops-portal/plugin-aiops-agent-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createTables, createWorld, noor } from './conversation.fixture';

const WORDPRESS = 'I need to deploy a WordPress site for my team';
const STILL_WAITS =
  'By the way, this still waits for your yes: A wordpress called events-wordpress.';

describe('what is said in between', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let stage: ReturnType<typeof createWorld>;
  let say: (text: string) => Promise<Turn>;

  beforeEach(async () => {
    const database = await databases.init('SQLITE_3');
    await createTables(database);
    stage = createWorld(database, mockServices.logger.mock());
    const service = stage.build();
    const { id } = await service.start(noor);
    say = text =>
      service.turn({
        conversationId: id,
        text,
        person: noor,
        signal: new AbortController().signal,
        onDelta: () => {},
      });
  });

  it('keeps a plan through a question that must itself be asked back', async () => {
    await say(WORDPRESS);
    const asked = await say('where is the password');
    expect(asked.reply).toBe('The password of what?');
    // A yes to that question is none to the plan.
    expect((await say('yes')).change).toBeUndefined();
    const answered = await say('newsletter');
    expect(answered.reply).toBe(
      `The password of newsletter is on its own page.\n\n${STILL_WAITS}`,
    );
    expect((await say('yes')).change?.title).toBe(
      'A wordpress called events-wordpress',
    );
  });

  it('returns to the plan when the question in between is dropped', async () => {
    await say(WORDPRESS);
    await say('where is the password');
    const dropped = await say('never mind');
    expect(dropped.reply).toContain(STILL_WAITS);
    expect(stage.world.plans.get('plan-1')?.state).toBe('proposed');
    expect((await say('yes')).change).toBeDefined();
  });

  it('takes a correction of the plan for one, although something else was asked', async () => {
    await say(WORDPRESS);
    await say('where is the password');
    const corrected = await say('call it events-hub');
    expect(corrected.params).toMatchObject({ name: 'events-hub' });
    expect(corrected.plan?.title).toBe('A wordpress called events-hub');
    expect((await say('yes')).change).toBeDefined();
  });

  it('does not insist on what it asked when one asks for something else', async () => {
    await say('where is the password');
    expect((await say('show costs')).reply).not.toContain('still open');
    expect((await say('yes')).reply).not.toContain('The password');
  });

  it('takes no "ok" below something else for a yes to the plan', async () => {
    await say(WORDPRESS);
    await say('show costs');
    for (const text of ['ok', '👍', 'alright.']) {
      const asked = await say(text);
      expect(asked.change).toBeUndefined();
      expect(asked.reply).toContain('just to be sure: shall I do this?');
      expect(asked.plan?.id).toBe('plan-1');
      await say('show costs');
    }
    await say('ok');
    // Now the plan is what it was said below.
    expect((await say('ok')).change).toBeDefined();
    await say(WORDPRESS);
    await say('show costs');
    expect((await say('yes')).change).toBeDefined();
  });

  it('returns to the plan when another change is asked about and dropped', async () => {
    await say('run four copies');
    expect((await say('deploy an app')).reply).toBe(
      'Which app would you like?',
    );
    expect((await say('never mind')).reply).toContain(
      'this still waits for your yes: 2 copies become 4.',
    );
    expect((await say('yes')).change?.title).toBe('2 copies become 4');
  });

  it('asks again in the language that is spoken, or not in words', async () => {
    await say('deploy an app');
    const danke = await say('danke schön');
    expect(danke.reply).toMatch(/Meine Frage von vorhin ist noch offen\.$/);
    expect(danke.message.suggestions).toHaveLength(2);
  });

  it('forgets a plan in the background that a button settled', async () => {
    await say(WORDPRESS);
    await say('where is the password');
    stage.world.plans.get('plan-1')!.state = 'confirmed';
    expect((await say('newsletter')).reply).not.toContain('still waits');
  });

  it('says what still waits after an error and after what it did not get', async () => {
    await say(WORDPRESS);
    expect((await say('Is the shop healthy?')).reply).toContain(STILL_WAITS);
    expect((await say('call it taken')).reply).toContain(STILL_WAITS);
    const once = await say('who won the football match yesterday');
    expect(once.reply).toContain(STILL_WAITS);
    const twice = await say('tell me a joke');
    expect(twice.reply).toBe(
      `I still don't get it, sorry. Or ask a person: the platform team can help.\n\n${STILL_WAITS}`,
    );
    expect(twice.message.suggestions ?? []).toEqual([]);
    expect((await say('yes')).change).toBeDefined();
  });

  it('asks an open question again, with its choices', async () => {
    await say('deploy an app');
    const aside = await say('What did we spend last month?');
    expect(aside.reply).toMatch(/still open\.\n\nWhich app would you like\?$/);
    expect(aside.message.suggestions).toHaveLength(2);
  });

  it('says first what the plan would cost where that is asked', async () => {
    await say(WORDPRESS);
    const { reply } = await say('how much does it cost?');
    expect(reply).toMatch(/^It would cost .+ more\.\n\n/);
    expect(reply).toContain(STILL_WAITS);
    const past = await say('What did we spend last month?');
    expect(past.reply).not.toContain('It would cost');
  });

  it('keeps the second of two wishes through a question about the first', async () => {
    const first = await say('deploy wordpress and then scale up');
    expect(first.reply).toMatch(/^One after the other\./);
    await say('What did we spend last month?');
    const then = await say('yes');
    expect(then).toMatchObject({
      change: { id: 'REQ-1001' },
      plan: { title: expect.stringContaining('copies become') },
    });
    expect(stage.world.confirmed).toHaveLength(1);
  });
});

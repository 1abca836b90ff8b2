import type { Turn } from '@aiops-portal/plugin-aiops-agent-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTables, createWorld, maya, noor } from './conversation.fixture';
import type { DefaultConversationService } from './DefaultConversationService';

const WORDPRESS = 'I need to deploy a WordPress site for my team';

describe('a conversation', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let database: Knex;
  let service: DefaultConversationService;
  let id: string;
  let logger: ReturnType<typeof mockServices.logger.mock>;
  let stage: ReturnType<typeof createWorld>;

  beforeEach(async () => {
    database = await databases.init('SQLITE_3');
    await createTables(database);
    logger = mockServices.logger.mock();
    stage = createWorld(database, logger);
    service = stage.build();
    ({ id } = await service.start(noor));
  });

  function say(
    text: string,
    options: { signal?: AbortSignal; onDelta?: (text: string) => void } = {},
  ): Promise<Turn> {
    return service.turn({
      conversationId: id,
      text,
      person: noor,
      signal: options.signal ?? new AbortController().signal,
      onDelta: options.onDelta ?? (() => {}),
    });
  }

  it('leads from a wish over a yes with changes to one change request', async () => {
    const first = await say(WORDPRESS);
    expect(first).toMatchObject({
      intent: 'deploy_application',
      params: { app: 'wordpress', name: 'events-wordpress' },
      plan: { id: 'plan-1' },
    });
    expect(first.reply).toContain('$10 a month');

    const second = await say(
      'Yes, call it marketing-blog, just my team, low traffic',
    );
    expect(second).toMatchObject({
      intent: 'confirm',
      change: { id: 'REQ-1001' },
    });
    expect(JSON.parse(stage.world.confirmed[0])).toEqual({
      app: 'wordpress',
      name: 'marketing-blog',
      access: 'team',
      traffic: 'low',
    });

    // A second yes has nothing to agree to.
    const third = await say('yes');
    expect(third.change).toBeUndefined();
    expect(stage.world.confirmed).toHaveLength(1);
  });

  it('shows a dearer plan again instead of taking the yes for it', async () => {
    await say(WORDPRESS);
    const dearer = await say('yes, but with lots of traffic');
    expect(dearer.change).toBeUndefined();
    expect(dearer.plan).toMatchObject({ id: 'plan-2', cost: { delta: 40 } });
    expect(stage.world.plans.get('plan-1')?.state).toBe('replaced');
    expect(stage.world.confirmed).toEqual([]);
    expect((await say('go ahead')).change?.id).toBe('REQ-1001');
  });

  it('never takes a question, a doubt or thanks for a yes', async () => {
    await say(WORDPRESS);
    for (const text of [
      'ok?',
      'yes if it is free',
      'thanks',
      'yes and no',
      'sure about that?',
      'great',
      'yes, but what does it cost?',
    ]) {
      expect((await say(text)).change).toBeUndefined();
    }
    expect(stage.world.confirmed).toEqual([]);
    expect(stage.world.plans.get('plan-1')?.state).toBe('proposed');
    expect((await say('yes please')).change).toBeDefined();
  });

  it('asks for what is missing and takes the chip or the words for an answer', async () => {
    const asked = await say('deploy an app');
    expect(asked.reply).toBe('Which app would you like?');
    expect(asked.message.suggestions?.map(({ text }) => text)).toEqual([
      'A website (WordPress)',
      'A newsletter (Ghost)',
    ]);
    const planned = await say('A newsletter (Ghost)');
    expect(planned.params).toMatchObject({
      app: 'ghost',
      name: 'events-ghost',
    });
    // Defaults follow what was said, so another app has another name.
    const other = await say('no, make it wordpress instead');
    expect(other.params).toMatchObject({
      app: 'wordpress',
      name: 'events-wordpress',
    });
  });

  it('keeps what is pending through a question, over a restart', async () => {
    await say(WORDPRESS);
    const aside = await say('What did we spend last month?');
    expect(aside.reply).toContain('You spent $12 (last_month).');
    expect(aside.reply).toContain('still waits for your yes');
    service = stage.build();
    expect((await say('yes')).change?.id).toBe('REQ-1001');
  });

  it('takes the last question again for another time, over a restart', async () => {
    await say('What did we spend last month?');
    await say('thanks');
    service = stage.build();
    const again = await say('and yesterday?');
    expect(again.reply).toContain('You spent $12 (yesterday).');
  });

  it('dismisses a plan at a no, and forgets a plan that a button settled', async () => {
    await say(WORDPRESS);
    expect((await say('no thanks')).intent).toBe('deny');
    expect(stage.world.plans.get('plan-1')?.state).toBe('dismissed');
    await say(WORDPRESS);
    stage.world.plans.get('plan-2')!.state = 'confirmed';
    expect((await say('yes')).change).toBeUndefined();
  });

  it('plans anew when the plan on the screen is too old', async () => {
    await say(WORDPRESS);
    stage.world.now = new Date('2026-11-17T09:30:00Z');
    const renewed = await say('yes');
    expect(renewed.change).toBeUndefined();
    expect(renewed.plan?.id).toBe('plan-2');
    expect((await say('yes')).change).toBeDefined();
  });

  it('says why something is refused and who could, and waits for no yes', async () => {
    const refused = await say('install wordpress, public');
    expect(refused.reply).toBe(
      "I can't do that for you. Public sites need an admin. Ada could. Nothing was changed.",
    );
    expect((await say('yes')).change).toBeUndefined();
    const asked = await say('make it visible to the whole company');
    expect(asked.reply).toContain("I'll ask Lena to agree");
    expect((await say('yes')).reply).toContain("I've asked Lena");
  });

  it('turns errors into kind sentences and hides what nobody expected', async () => {
    const taken = await say('install wordpress, call it taken');
    expect(taken.reply).toBe(
      '"taken" is the name of something else. Choose another. Nothing was changed.',
    );
    expect((await say('call it free')).plan).toBeDefined();
    const broken = await say('Is the shop healthy?');
    expect(broken.reply).toMatch(/nothing was changed.*the number id-/s);
    expect(broken.reply).not.toContain('hunter2');
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('offers a guided start and a person when it does not get it twice', async () => {
    const once = await say('who won the football match yesterday');
    expect(once.intent).toBe('out_of_scope');
    expect(once.message.suggestions).not.toHaveLength(0);
    const twice = await say('tell me a joke');
    expect(twice.reply).toContain('the platform team');
    expect(twice.message.suggestions).toContainEqual(
      expect.objectContaining({ text: 'Create an environment' }),
    );
  });

  it('streams its words, and keeps only those that were read when it is stopped', async () => {
    const pieces: string[] = [];
    const turn = await say(WORDPRESS, { onDelta: text => pieces.push(text) });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(turn.reply);

    const stop = new AbortController();
    const stopped = await say('make it ghost', {
      signal: stop.signal,
      onDelta: () => stop.abort(),
    });
    expect(stopped.message).toMatchObject({ stopped: true });
    expect(stopped.plan).toBeUndefined();
    expect((await say('yes')).change).toBeUndefined();
    const { messages } = await service.get(id, noor);
    expect(messages?.[3]).toMatchObject({ stopped: true, text: stopped.reply });
  });

  it('begins nothing once it is stopped', async () => {
    const turn = await say(WORDPRESS, { signal: AbortSignal.abort() });
    expect(turn).toMatchObject({ reply: '', message: { stopped: true } });
    expect(stage.world.plans.size).toBe(0);
  });

  it('lets one of two tabs answer at a time', async () => {
    const results = await Promise.allSettled([say(WORDPRESS), say('yes')]);
    const failed = results.filter(({ status }) => status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ reason: { name: 'ConflictError' } });
    const { messages } = await service.get(id, noor);
    expect(messages).toHaveLength(2);
  });

  it('belongs to one person, has the first message as its title, and shows plans as they are now', async () => {
    await say(WORDPRESS);
    await say('yes');
    expect(await service.list(noor)).toEqual([
      expect.objectContaining({ id, title: WORDPRESS }),
    ]);
    expect(await service.list(maya)).toEqual([]);
    await expect(service.get(id, maya)).rejects.toThrow("can't find");
    await expect(service.forget(id, maya)).rejects.toThrow("can't find");
    const { messages } = await service.get(id, noor);
    expect(messages?.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
    expect(messages?.[1]).toMatchObject({
      plan: { state: 'confirmed' },
      change: { id: 'REQ-1001' },
    });
    await service.forget(id, noor);
    expect(await database('messages').count({ n: '*' })).toEqual([{ n: 0 }]);
  });
});

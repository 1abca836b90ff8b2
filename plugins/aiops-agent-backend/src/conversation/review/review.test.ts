import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type {
  LanguageModel,
  LanguageModelHealth,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Knex } from 'knex';
import { createTables, createWorld, maya, noor } from '../conversation.fixture';
import type { DefaultConversationService } from '../DefaultConversationService';
import { DatabaseUnderstoodStore } from './DatabaseUnderstoodStore';
import { Review } from './Review';

const ada = {
  ...maya,
  userRef: 'user:default/ada',
  groups: ['platform-admins'],
};

describe('what is said of answers', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let database: Knex;
  let service: DefaultConversationService;
  let review: Review;
  let model: LanguageModel | undefined;
  let conversationId: string;

  beforeEach(async () => {
    database = await databases.init('SQLITE_3');
    await createTables(database);
    const { world, build } = createWorld(database, mockServices.logger.mock());
    service = build();
    review = new Review({
      store: new DatabaseUnderstoodStore(database),
      intents: {
        find: name => (name === 'deploy_application' ? {} : undefined),
      },
      adminGroups: ['platform-admins'],
      clock: { now: () => world.now },
      languageModel: () => model,
    });
    model = undefined;
    await begin();
  });

  async function begin() {
    ({ id: conversationId } = await service.start(noor));
  }

  async function say(text: string): Promise<string> {
    const turn = await service.turn({
      conversationId,
      text,
      person: noor,
      signal: new AbortController().signal,
      onDelta: () => {},
    });
    return turn.message.id;
  }

  it('is kept with the answer until it is taken back', async () => {
    const messageId = await say('What did we spend last month?');
    const answer = { conversationId, messageId };
    const shown = async () =>
      (await service.get(conversationId, noor)).messages?.[1].feedback;

    await review.rate(answer, { verdict: 'down', comment: ' no ' }, noor);
    expect(await shown()).toEqual({ verdict: 'down', comment: 'no' });
    await review.rate(answer, { verdict: 'up' }, noor);
    expect(await shown()).toEqual({ verdict: 'up' });
    await review.rate(answer, undefined, noor);
    expect(await shown()).toBeUndefined();

    await expect(review.rate(answer, { verdict: 'up' }, maya)).rejects.toThrow(
      "I can't find that answer among yours",
    );
    const [question] = (await service.get(conversationId, noor)).messages!;
    await expect(
      review.rate(
        { conversationId, messageId: question.id },
        { verdict: 'up' },
        noor,
      ),
    ).rejects.toThrow("I can't find that answer among yours");
  });

  it('lets admins read these words and no others', async () => {
    const rated = await say('What did we spend last month?');
    await review.rate(
      { conversationId, messageId: rated },
      { verdict: 'up' },
      noor,
    );
    await begin();
    const other = await say('I need to deploy a WordPress site for my team');

    const { items, engines, more } = await review.page({}, ada);
    expect(items).toEqual([
      expect.objectContaining({
        messageId: other,
        intent: 'deploy_application',
        confidence: expect.any(Number),
        tookMs: expect.any(Number),
        inDialogue: false,
      }),
      expect.objectContaining({
        messageId: rated,
        text: 'What did we spend last month?',
        feedback: { verdict: 'up' },
      }),
    ]);
    expect(items[0]).not.toHaveProperty('text');
    expect(items[0]).not.toHaveProperty('params');
    expect(engines).toContain(items[0].engine);
    expect(more).toBe(false);

    const ids = async (filter: Parameters<Review['page']>[0]) =>
      (await review.page(filter, ada)).items.map(({ messageId }) => messageId);
    expect(await ids({ verdict: 'up' })).toEqual([rated]);
    expect(await ids({ before: other })).toEqual([rated]);
    expect(await ids({ engine: 'none such' })).toEqual([]);
    expect(await ids({ maxConfidence: 0 })).toEqual([]);
    expect(await ids({ maxConfidence: 1 })).toEqual([other, rated]);

    await expect(review.page({}, noor)).rejects.toThrow('Only platform admins');
    await expect(review.labelled(noor)).rejects.toThrow('Only platform admins');
  });

  it('becomes labelled messages, with what an admin says was meant', async () => {
    const rate = async (messageId: string, verdict: 'up' | 'down') => {
      await review.rate({ conversationId, messageId }, { verdict }, noor);
      return messageId;
    };
    const good = await rate(await say('What did we spend last month?'), 'up');
    await begin();
    const bad = await rate(await say('put a blog online'), 'down');
    // What follows hangs on what was asked.
    await rate(await say('wordpress'), 'up');
    const lines = async () =>
      (await review.labelled(ada))
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));

    expect(await lines()).toEqual([
      {
        id: good,
        text: 'What did we spend last month?',
        now: '2026-11-16T09:30:00.000Z',
        context: expect.objectContaining({ user: 'noor', teams: ['events'] }),
        expect: { intent: 'show_cost', params: { period: 'last_month' } },
      },
    ]);

    const meaning = {
      intent: 'deploy_application',
      params: { app: 'ghost' },
    };
    expect(await review.setMeaning(bad, meaning, ada)).toMatchObject({
      messageId: bad,
      meant: meaning,
    });
    expect((await lines()).map(line => line.expect)).toEqual([
      expect.anything(),
      meaning,
    ]);
    await expect(
      review.setMeaning(bad, { intent: 'fly', params: {} }, ada),
    ).rejects.toThrow('"fly" is nothing that a message can mean here');
    await expect(review.setMeaning(bad, meaning, noor)).rejects.toThrow(
      'Only platform admins',
    );
  });

  it('comes with how the language model is doing, for admins', async () => {
    expect(await review.page({}, ada)).not.toHaveProperty('model');
    const health: LanguageModelHealth = {
      model: 'llama3.1',
      available: true,
      hosts: [
        { url: 'http://gpu:11434', state: 'failing', lastError: 'no answer' },
      ],
    };
    model = {
      name: 'ollama',
      choose: async () => undefined,
      word: async () => undefined,
      health: () => health,
    };
    expect((await review.page({}, ada)).model).toEqual(health);
  });

  it('goes with its conversation', async () => {
    const messageId = await say('What did we spend last month?');
    await review.rate({ conversationId, messageId }, { verdict: 'up' }, noor);
    await service.forget(conversationId, noor);
    expect((await review.page({}, ada)).items).toEqual([]);
    expect(await database('feedback')).toEqual([]);
    expect(await database('understood')).toEqual([]);
  });
});

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { LanguageModel } from '@aiops-portal/plugin-aiops-agent-node';
import { createTables, createWorld, noor } from './conversation.fixture';

describe('the language of a conversation', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function open() {
    const database = await databases.init('SQLITE_3');
    await createTables(database);
    const { build } = createWorld(database, mockServices.logger.mock());
    const service = build();
    const { id } = await service.start(noor);
    return (text: string) =>
      service.turn({
        conversationId: id,
        text,
        person: noor,
        signal: new AbortController().signal,
        onDelta: () => {},
      });
  }

  it('is that of the newest message that has one', async () => {
    const say = await open();
    expect((await say('hello')).reply).toContain('Hello Noor!');
    expect((await say('kannst du mir bitte was erzählen')).reply).toMatch(
      /ich|nicht|Nichts/,
    );
    // A message that could be of either stays with it.
    expect((await say('4711')).reply).toMatch(/ich|nicht|Nichts/);
    expect((await say('thanks')).reply).toContain('You are welcome');
  });
});

describe('an answer in the words of a model', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it.each([
    [
      'stands beside it',
      async () => 'It needs more memory.',
      { text: 'It needs more memory.', engine: 'model' },
    ],
    ['is left out where there are none', async () => undefined, undefined],
  ])('%s', async (_, word, explanation) => {
    const database = await databases.init('SQLITE_3');
    await createTables(database);
    const asked = jest.fn(word as LanguageModel['word']);
    const { build } = createWorld(database, mockServices.logger.mock(), {
      name: 'model',
      choose: async () => undefined,
      word: asked,
      health: () => ({ model: 'model', available: true, hosts: [] }),
    });
    const service = build();
    const { id } = await service.start(noor);
    const turn = await service.turn({
      conversationId: id,
      text: 'What did we spend last month?',
      person: noor,
      signal: new AbortController().signal,
      onDelta: () => {},
    });
    expect(turn.message.explanation).toEqual(explanation);
    expect(turn.message).not.toHaveProperty('material');
    expect(asked.mock.calls[0][0]).toEqual({
      task: 'answer-question',
      question: 'What did we spend last month?',
      language: 'en',
      level: 'end-user',
      material: [{ source: 'docs/costs.md', text: 'Everything has a price.' }],
    });
    const kept = await service.get(id, noor);
    expect(kept.messages?.at(-1)?.explanation).toEqual(explanation);
  });
});

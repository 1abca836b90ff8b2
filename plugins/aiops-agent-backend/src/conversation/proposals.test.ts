import type { Turn } from '@aiops-portal/plugin-aiops-agent-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createTables, createWorld, noor } from './conversation.fixture';

describe('an answer that offers a change', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function begin() {
    const database = await databases.init('SQLITE_3');
    await createTables(database);
    const stage = createWorld(database, mockServices.logger.mock());
    const service = stage.build();
    const { id } = await service.start(noor);
    const say = (text: string): Promise<Turn> =>
      service.turn({
        conversationId: id,
        text,
        person: noor,
        signal: new AbortController().signal,
        onDelta: () => {},
      });
    return { ...stage, service, id, say };
  }

  it('shows what is wrong and the plan together, and a yes agrees to it', async () => {
    const { say, service, id, world } = await begin();
    const { reply, plan, message } = await say('Why is my app crashing?');
    expect(reply).toBe(
      `It runs out of memory.

For **shop**: 2 copies become 4, and each may use 2Gi. Fine, or change something?

It would cost $10 a month more.`,
    );
    expect(plan?.intents).toEqual([
      { intent: 'scale_application', params: { replicas: 4 } },
      { intent: 'resize_application', params: { memory: '2Gi' } },
    ]);
    expect(message).toMatchObject({
      intent: 'troubleshoot_crash',
      plan: { id: 'plan-1' },
      findings: [{ cause: 'memory.limit-exceeded' }],
    });
    expect(message).not.toHaveProperty('proposal');
    // After a reload it is all there again.
    const { messages = [] } = await service.get(id, noor);
    expect(messages.at(-1)).toMatchObject({
      plan: { id: 'plan-1' },
      findings: [{ cause: 'memory.limit-exceeded' }],
    });

    const agreed = await say('yes please');
    expect(agreed.change?.id).toBe('REQ-1001');
    expect(world.confirmed).toEqual([
      JSON.stringify({ replicas: 4, memory: '2Gi' }),
    ]);
  });

  it.each([
    ['yes but with 3 copies', { replicas: 3, memory: '2Gi' }],
    ['yes but 1 GB of memory', { replicas: 4, memory: '1Gi' }],
  ])(
    'takes "%s" as a change of the part that it is about',
    async (text, params) => {
      const { say, world } = await begin();
      await say('Why is my app crashing?');
      expect((await say(text)).change?.id).toBe('REQ-1001');
      expect(world.confirmed).toEqual([JSON.stringify(params)]);
    },
  );

  it('shows the plan again where both parts change', async () => {
    const { say, world } = await begin();
    await say('Why is my app crashing?');
    const changed = await say('yes but with 3 copies and 1 GB of memory');
    expect(changed.change).toBeUndefined();
    expect(changed.plan?.intents.map(({ params }) => params)).toEqual([
      { replicas: 3 },
      { memory: '1Gi' },
    ]);
    expect((await say('ok do it')).change?.id).toBe('REQ-1001');
    expect(world.confirmed).toHaveLength(1);
  });

  it('stands where the change is refused, with why and who could, and waits for no yes', async () => {
    const { say, world } = await begin();
    world.refuse = true;
    const { reply, message } = await say('Why is my app crashing?');
    expect(reply).toBe(
      `It runs out of memory.

I can't do that for you. Public sites need an admin. Ada could. Nothing was changed.`,
    );
    expect(message.findings).toHaveLength(1);
    expect((await say('yes please')).change).toBeUndefined();
  });

  it('stands where nothing could be planned, with why', async () => {
    const { say, world } = await begin();
    world.impossible = 'It is like that already, so there is nothing to do.';
    const { reply, plan } = await say('Why is my app crashing?');
    expect(plan).toBeUndefined();
    expect(reply).toBe(
      'It runs out of memory.\n\nIt is like that already, so there is nothing to do.',
    );
  });
});

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Change, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { builtinIntents, IntentRegistry } from '../../intents';
import { PEOPLE } from '../../intents/testing/people';
import { World } from '../../intents/testing/world';
import type { Services } from '../types';
import { registerActions } from './actions';

function setUp(outcome: Plan['decision']['outcome'] = 'allow') {
  const world = new World();
  const confirm = jest.fn();
  const turn = jest.fn();
  const understand = jest.fn();
  const services = {
    intents: world.runner(
      new IntentRegistry(builtinIntents),
      async ({ draft }) =>
        ({
          id: 'plan/1',
          title: draft.title,
          summary: draft.summary,
          decision: {
            outcome,
            reasons: ['It is production.'],
            approvers: ['Lena'],
            approvalsNeeded: 1,
          },
        } as unknown as Plan),
    ),
    conversations: { understand, turn },
    changes: {
      confirm,
      get: async (id: string) =>
        ({
          id,
          state: 'failed',
          stateText: 'It did not get there',
          title: 'A site',
          steps: [{ id: 's', title: 'Database ready', state: 'done' }],
          commit: { sha: 'abc' },
          failure: { message: 'It never answered.', advice: 'Undo it.' },
        } as Change),
    },
  } as unknown as Services;
  const registry = actionsRegistryServiceMock();
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.ALLOW }],
  });
  registerActions(registry, {
    auth: mockServices.auth(),
    permissions,
    people: { resolve: async userRef => ({ ...PEOPLE.noor, userRef }) },
    services,
    portalUrl: 'https://portal.example.com',
  });
  const run = async (
    name: string,
    input: Record<string, string | Record<string, string>>,
    credentials = mockCredentials.user('user:default/noor'),
  ) =>
    (await registry.invoke({ id: `test:${name}`, input, credentials }))
      .output as Record<string, unknown>;
  return { run, registry, permissions, confirm, turn, understand };
}

function meaning(intent: string | null, params: Record<string, string> = {}) {
  return { engine: 'rules', intent, params, confidence: 1, commands: [] };
}

describe('the registered actions', () => {
  it('read or propose, and none agrees to anything', async () => {
    const { registry, run, confirm, turn, understand } = setUp();
    const { actions } = await registry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual([
      'ask',
      'list-intents',
      'propose',
      'request-status',
    ]);
    expect(actions.every(({ attributes }) => !attributes.destructive)).toBe(
      true,
    );
    understand.mockResolvedValue(meaning(null));
    await run('ask', { question: 'yes' });
    await run('propose', {
      intent: 'deploy_application',
      params: { app: 'wordpress' },
    });
    expect(confirm).not.toHaveBeenCalled();
    expect(turn).not.toHaveBeenCalled();
  });

  it('list what can be asked with its parameters', async () => {
    const { run } = setUp();
    const { intents } = await run('list-intents', {});
    expect(intents).toContainEqual(
      expect.objectContaining({
        name: 'show_cost',
        kind: 'answer',
        parameters: expect.objectContaining({ type: 'object' }),
      }),
    );
  });

  it('answer in the language of the question', async () => {
    const { run, understand } = setUp();
    understand.mockResolvedValueOnce(meaning('show_quota'));
    understand.mockResolvedValueOnce(meaning(null));
    const question = 'Wie viel Platz haben wir noch?';
    expect((await run('ask', { question })).reply).toMatch(/hat .*Platz/);
    expect((await run('ask', { question })).reply).toContain(
      'Das habe ich nicht verstanden.',
    );
  });

  it('answer a question, and refuse to act on one', async () => {
    const { run, understand } = setUp();
    understand.mockResolvedValueOnce(meaning('show_quota'));
    expect(await run('ask', { question: 'How much room?' })).toMatchObject({
      intent: 'show_quota',
      reply: expect.stringMatching(
        /has room for 3.*\n- Environments · 0 of 3/s,
      ),
    });
    for (const intent of ['cancel_request', 'create_environment']) {
      understand.mockResolvedValueOnce(meaning(intent));
      expect((await run('ask', { question: 'do it' })).reply).toMatch(
        /nothing was done/,
      );
    }
  });

  it('propose a plan, and say where a person agrees to it', async () => {
    const params = { app: 'wordpress' };
    const asked = { intent: 'deploy_application', params };
    const allowed = await setUp().run('propose', asked);
    expect(allowed).toMatchObject({
      planId: 'plan/1',
      agreeAt: 'https://portal.example.com/assistant?plan=plan%2F1',
      reply: expect.stringContaining('Nothing happens until you agree'),
    });
    expect(
      (await setUp('needs-approval').run('propose', asked)).reply,
    ).toContain('and Lena approves');
    const denied = await setUp('deny').run('propose', asked);
    expect(denied.reply).toContain("It can't be done: It is production.");
    expect(denied.agreeAt).toBeUndefined();
    const { run } = setUp();
    await expect(run('propose', { intent: 'cancel_request' })).rejects.toThrow(
      /nothing that can be proposed/,
    );
    await expect(run('propose', { intent: 'undo_request' })).rejects.toThrow(
      /nothing that can be proposed/,
    );
  });

  it('tell how far a request has come', async () => {
    expect(await setUp().run('request-status', { id: 'REQ-1042' })).toEqual({
      id: 'REQ-1042',
      state: 'failed',
      stateText: 'It did not get there',
      title: 'A site',
      steps: [{ title: 'Database ready', state: 'done' }],
      commit: 'abc',
      failure: 'It never answered. Undo it.',
    });
  });

  it('serve people with the permission, and no services', async () => {
    const { run, permissions } = setUp();
    await expect(
      run('list-intents', {}, mockCredentials.service() as never),
    ).rejects.toThrow(/Only a signed-in person/);
    permissions.authorize.mockResolvedValueOnce([
      { result: AuthorizeResult.DENY },
    ]);
    await expect(run('list-intents', {})).rejects.toThrow(
      /Your account may not do that here/,
    );
  });
});

import type { Decision, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type ChosenIntent,
  type PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { builtinIntents } from './builtin';
import { IntentRegistry } from './registry';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';
import { createUndoRequest } from './undo-request';

const order = defineIntent({
  name: 'order_pizza',
  title: 'Order pizza',
  kind: 'answer',
  risk: 'none',
  parameters: z.object({ size: z.enum(['small', 'large']).optional() }),
  examples: ['pizza please'],
  answer: async ({ size = 'small' }) => ({ text: `A ${size} pizza.` }),
});

const undo = createUndoRequest({
  repository: {
    committerEmail: '',
    files: async () => new Map(),
    findByTrailer: async () => [],
  },
});

function runner(world = new World()) {
  const registry = new IntentRegistry(builtinIntents, [undo]);
  registry.add(order);
  const proposed: unknown[] = [];
  return {
    proposed,
    runner: world.runner(registry, async input => {
      proposed.push(input);
      return { id: 'p1', summary: input.draft.summary } as never;
    }),
  };
}

describe('the intents that there are', () => {
  it('all say how people ask for them, and what is an act can be planned', () => {
    for (const intent of builtinIntents) {
      expect(intent.examples.length).toBeGreaterThan(20);
      expect(z.toJSONSchema(intent.parameters)).toMatchObject({
        type: 'object',
      });
    }
    expect(new Set(builtinIntents.map(({ name }) => name)).size).toBe(
      builtinIntents.length,
    );
  });

  it('take those of adopters, unless their names clash or they do nothing', () => {
    const registry = new IntentRegistry(builtinIntents, [undo]);
    registry.add(order);
    expect(registry.all()).toContain(order);
    expect(() => registry.add(order)).toThrow(
      'There are two intents called "order_pizza". Rename the one that was added.',
    );
    expect(() => registry.add({ ...order, name: 'undo_request' })).toThrow(
      /two intents/,
    );
    expect(() =>
      registry.add({ ...order, name: 'eat', kind: 'change' }),
    ).toThrow(/must have the function "plan"/);
    expect(() => registry.add({ ...order, name: 'Eat Pizza' })).toThrow(
      /small letters/,
    );
  });

  it('find internal ones by name without listing them', () => {
    const registry = new IntentRegistry(builtinIntents, [undo]);
    expect(registry.get('undo_request')).toBe(undo);
    expect(registry.all()).not.toContain(undo);
    expect(() => registry.get('rm -rf')).toThrow(/I can't do "rm -rf"/);
  });
});

describe('running one without language', () => {
  it('answers, asks, or proposes a plan', async () => {
    const { runner: run, proposed } = runner();
    const person = PEOPLE.noor;
    await expect(
      run.run({ intent: 'order_pizza', params: { size: 'large' }, person }),
    ).resolves.toMatchObject({
      kind: 'answer',
      answer: { text: 'A large pizza.' },
    });
    await expect(
      run.run({ intent: 'create_environment', params: {}, person }),
    ).resolves.toMatchObject({
      kind: 'missing',
      text: expect.stringContaining('development'),
      suggestions: expect.arrayContaining([
        { text: 'prod', label: 'Production' },
      ]),
    });
    await expect(
      run.run({
        intent: 'deploy_application',
        params: { app: 'wordpress' },
        person,
        reason: 'please',
      }),
    ).resolves.toMatchObject({ kind: 'plan', plan: { id: 'p1' } });
    expect(proposed).toEqual([
      expect.objectContaining({ person, reason: 'please' }),
    ]);
  });

  describe('that answer and offer a change', () => {
    const mend = (proposal: ChosenIntent[]) =>
      defineIntent({
        name: 'look_after',
        title: 'Look after it',
        kind: 'answer',
        risk: 'none',
        parameters: z.object({}),
        examples: ['look after it'],
        answer: async () => ({ text: 'It is short of memory.', proposal }),
      });

    async function look(
      proposal: ChosenIntent[],
      decision: Partial<Decision> = {},
    ) {
      const world = new World();
      const drafts: PlanDraft[] = [];
      const run = world.runner(
        new IntentRegistry([...builtinIntents, mend(proposal)]),
        async ({ draft }) => {
          drafts.push(draft);
          return {
            id: 'p1',
            summary: draft.summary,
            decision: {
              outcome: 'allow',
              reasons: [],
              approvers: [],
              ...decision,
            },
          } as unknown as Plan;
        },
      );
      const outcome = await run.run({
        intent: 'look_after',
        params: {},
        person: PEOPLE.maya,
      });
      return { outcome, drafts };
    }

    const application = 'marketing-web';
    const both = [
      { intent: 'scale_application', params: { application, replicas: 3 } },
      { intent: 'resize_application', params: { application, memory: '1Gi' } },
    ];

    it('come with the plan of all its intents', async () => {
      const { outcome, drafts } = await look(both);
      expect(outcome).toMatchObject({
        kind: 'answer',
        plan: { id: 'p1' },
        answer: {
          text: `It is short of memory.\n\n${drafts[0].summary}`,
        },
      });
      expect(drafts[0].intents).toEqual(both);
    });

    it('stand where that is refused, asked about or impossible, with what is to be said', async () => {
      const refused = await look(both, {
        outcome: 'deny',
        reasons: ['There is no room.'],
        approvers: ['Ada'],
      });
      expect(refused.outcome).toMatchObject({
        answer: {
          text: 'It is short of memory.\n\nThere is no room. Ada could. Nothing was changed.',
        },
      });
      const asked = await look([
        { intent: 'scale_application', params: { application } },
      ]);
      expect(asked.outcome).toMatchObject({
        kind: 'answer',
        answer: {
          text: expect.stringMatching(/memory\.\n\nHow many copies of/),
          suggestions: [{ text: '1' }, { text: '3' }, { text: '4' }],
        },
      });
      const impossible = await look([
        {
          intent: 'scale_application',
          params: { application, replicas: 5000 },
        },
      ]);
      expect(impossible.outcome).toMatchObject({
        kind: 'answer',
        answer: {
          text: expect.stringMatching(
            /memory\.\n\n"marketing-web" can run as 1/,
          ),
        },
      });
      expect(impossible.drafts).toEqual([]);
    });
  });

  it('refuses parameters that there are not, or that can not be', async () => {
    const { runner: run } = runner();
    const person = PEOPLE.noor;
    await expect(
      run.run({ intent: 'order_pizza', params: { sise: 'large' }, person }),
    ).rejects.toThrow(
      '"order_pizza" has no parameter "sise", so nothing was done. It has: size.',
    );
    await expect(
      run.run({ intent: 'order_pizza', params: { size: 'huge' }, person }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('runs internal ones for buttons alone', async () => {
    const { runner: run } = runner();
    const asked = {
      intent: 'undo_request',
      params: { request: 'REQ-9' },
      person: PEOPLE.noor,
    };
    await expect(run.run(asked)).rejects.toThrow(/can't be asked for by its/);
    await expect(run.run({ ...asked, internal: true })).rejects.toThrow(
      'There is no request REQ-9.',
    );
  });

  it('knows which only read', () => {
    const { runner: run } = runner();
    expect(run.isReadOnly('show_cost')).toBe(true);
    expect(run.isReadOnly('cancel_request')).toBe(false);
    expect(run.isReadOnly('create_environment')).toBe(false);
    expect(run.isReadOnly('nothing')).toBe(false);
  });
});

describe('what an intent may use', () => {
  it('leaves out what the person may not see, but its names are taken', async () => {
    const context = await new World().context(PEOPLE.maya);
    expect(context.platform.environments.map(({ name }) => name)).toEqual([
      'marketing-prod',
    ]);
    const paths = [...context.platform.files.keys()];
    expect(paths.filter(path => path.includes('shop-prod'))).toEqual([]);
    expect(paths.some(path => path.startsWith('blueprints/'))).toBe(true);
    expect(context.isNameTaken('storefront')).toBe(true);
    expect(context.isNameTaken('storefront-2')).toBe(false);
  });

  it('refuses a page that is none', async () => {
    await expect(
      new World().context(PEOPLE.maya, 'component:'),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});

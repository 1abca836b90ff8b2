import type { Change, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  readPlatform,
  type Intent,
  type IntentContext,
  type LanguageModel,
  type PlanDraft,
  type PlatformSnapshot,
  type RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ConflictError, InputError } from '@backstage/errors';
import {
  resolvePackagePath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { z } from 'zod';
import { IntentPursuit, IntentRegistry, PlanDrawing } from '../intents';
import { createUnderstanding } from '../language';
import { DatabaseConversationStore } from './store';
import { DefaultConversationService } from './DefaultConversationService';

export const noor: RequestingPerson = {
  userRef: 'user:default/noor',
  displayName: 'Noor',
  groups: ['developers', 'events'],
  teams: ['events'],
  disabled: false,
  level: 'end-user',
};
export const maya: RequestingPerson = {
  ...noor,
  userRef: 'user:default/maya',
  displayName: 'Maya',
  teams: ['marketing'],
};

const deployment = z.object({
  app: z.string().optional(),
  name: z.string().optional(),
  access: z.enum(['team', 'company', 'public']).optional(),
  traffic: z.enum(['low', 'medium', 'high']).optional(),
});

function draftOf(intent: string, params: Record<string, unknown>): PlanDraft {
  return {
    title: `A ${params.app} called ${params.name}`,
    summary: `I'd make **${params.name}**.`,
    team: 'events',
    intents: [{ intent, params }],
    targets: [],
    values: {},
    edits: [],
    secrets: [],
    risk: 'low',
    steps: [],
    links: [],
    fields: [],
    confirmLabel: 'Yes, create it',
    acts: [],
  };
}

const intents = [
  defineIntent({
    name: 'deploy_application',
    title: 'Deploy an app',
    kind: 'change',
    risk: 'low',
    parameters: deployment,
    examples: [
      'I need to deploy a WordPress site for my team',
      'install wordpress',
      'we want ghost',
      'put a blog online',
      'deploy an app',
    ],
    async prepare(params) {
      if (params.name === 'taken') {
        throw new InputError(
          '"taken" is the name of something else. Choose another.',
        );
      }
      return params.app
        ? {
            params: { ...params, name: params.name ?? `events-${params.app}` },
            missing: [],
          }
        : {
            params,
            missing: [
              {
                parameter: 'app',
                text: 'Which app would you like?',
                choices: [
                  { value: 'wordpress', label: 'A website (WordPress)' },
                  { value: 'ghost', label: 'A newsletter (Ghost)' },
                ],
              },
            ],
          };
    },
    async plan(params) {
      return draftOf('deploy_application', params);
    },
  }),
  defineIntent({
    name: 'show_cost',
    title: 'Show costs',
    kind: 'answer',
    risk: 'none',
    parameters: z.object({ period: z.string().optional() }),
    examples: [
      'What did we spend last month?',
      'how much does it cost',
      'show costs',
      'what are we paying',
      'what did we spend yesterday',
      'our spending this month',
    ],
    async answer({ period }) {
      return {
        text: `You spent $12 (${period ?? 'this_month'}).`,
        material: [
          { source: 'docs/costs.md', text: 'Everything has a price.' },
        ],
      };
    },
  }),
  defineIntent({
    name: 'scale_application',
    title: 'Scale an app',
    kind: 'change',
    risk: 'low',
    parameters: z.object({
      replicas: z.number().optional(),
    }),
    examples: ['run four copies', 'scale up', 'we need more replicas'],
    async plan(params) {
      return {
        ...draftOf('scale_application', params),
        title: `2 copies become ${params.replicas}`,
        subject: '**shop**',
      };
    },
  }),
  defineIntent({
    name: 'resize_application',
    title: 'Resize an app',
    kind: 'change',
    risk: 'medium',
    parameters: z.object({ memory: z.string().optional() }),
    examples: ['give it more memory', '2 GB of memory', 'make it bigger'],
    async plan(params) {
      return {
        ...draftOf('resize_application', params),
        title: `Each may use ${params.memory}`,
        subject: '**shop**',
        confirmLabel: 'Yes, resize it',
      };
    },
  }),
  defineIntent({
    name: 'troubleshoot_crash',
    title: 'Find out why something crashes',
    kind: 'answer',
    risk: 'none',
    parameters: z.object({ application: z.string().optional() }),
    examples: ['why is my app crashing', 'the site is down', 'it keeps dying'],
    async answer() {
      return {
        text: 'It runs out of memory.',
        findings: [
          {
            cause: 'memory.limit-exceeded',
            target: 'Deployment/shop/shop',
            affects: 'shop',
            confidence: 1,
            evidence: [],
            summary: 'It runs out of memory.',
          },
        ],
        proposal: [
          { intent: 'scale_application', params: { replicas: 4 } },
          { intent: 'resize_application', params: { memory: '2Gi' } },
        ],
      };
    },
  }),
  defineIntent({
    name: 'get_credentials',
    title: 'Find a password',
    kind: 'answer',
    risk: 'none',
    parameters: z.object({ target: z.string().optional() }),
    examples: [
      'where is the password',
      'the password please',
      'how do I log in',
      'I forgot the password',
    ],
    async prepare(params) {
      return {
        params,
        missing: params.target
          ? []
          : [
              {
                parameter: 'target',
                text: 'The password of what?',
                choices: [
                  { value: 'shop', label: 'shop' },
                  { value: 'newsletter', label: 'newsletter' },
                ],
              },
            ],
      };
    },
    async answer({ target }) {
      return { text: `The password of ${target} is on its own page.` };
    },
  }),
  defineIntent({
    name: 'show_status',
    title: 'Show how things are',
    kind: 'answer',
    risk: 'none',
    parameters: z.object({ target: z.string().optional() }),
    examples: [
      'Is the shop healthy?',
      'how is my app doing',
      'show status',
      'is it running',
    ],
    async answer() {
      throw new Error('password=hunter2 at 10.0.0.3');
    },
  }),
] as unknown as Intent[];

const OUTCOMES: Record<string, Plan['decision']['outcome']> = {
  company: 'needs-approval',
};

// Trained once for all tests.
const understanding = createUnderstanding({
  intents,
  vocabulary: () => ({ blueprints: [] }),
});

/** Plans and changes in memory, with prices and refusals by parameters. */
class World {
  plans = new Map<string, Plan>();
  changes = new Map<string, Change>();
  confirmed: string[] = [];
  now = new Date('2026-11-16T09:30:00Z');
  /** The policies say no to everything. */
  refuse = false;
  /** Why nothing can be planned. */
  impossible: string | undefined;
  private serial = 0;

  next = () => `id-${(this.serial += 1)}`;

  propose = async ({
    draft,
    person,
    conversationId,
  }: {
    draft: PlanDraft;
    person: RequestingPerson;
    conversationId?: string;
  }): Promise<Plan> => {
    if (this.impossible) {
      throw new ConflictError(this.impossible);
    }
    for (const plan of this.plans.values()) {
      if (plan.conversationId === conversationId && plan.state === 'proposed') {
        plan.state = 'replaced';
      }
    }
    const params = Object.assign({}, ...draft.intents.map(one => one.params));
    const dear = params.traffic === 'high';
    const refused = this.refuse || params.access === 'public';
    const monthly = dear ? 40 : 10;
    const id = `plan-${this.plans.size + 1}`;
    const plan: Plan = {
      id,
      hash: `hash-of-${id}`,
      state: 'proposed',
      requester: person.userRef,
      team: 'events',
      conversationId,
      title: draft.title,
      summary: draft.summary,
      intents: draft.intents,
      decision: {
        outcome: refused ? 'deny' : OUTCOMES[String(params.access)] ?? 'allow',
        reasons: refused ? ['Public sites need an admin.'] : [],
        approvers: refused ? ['Ada'] : ['Lena'],
        approvalsNeeded: params.access === 'company' ? 1 : 0,
      },
      cost: {
        currency: 'USD',
        before: 0,
        after: monthly,
        delta: monthly,
        priced: true,
      },
      quota: [],
      risk: 'low',
      steps: [],
      files: [],
      links: [],
      fields: [],
      confirmLabel: draft.confirmLabel,
      createdAt: this.now.toISOString(),
      expiresAt: new Date(this.now.getTime() + 3_600_000).toISOString(),
    };
    this.plans.set(id, plan);
    return plan;
  };

  confirm = async ({
    planId,
    hash,
  }: {
    planId: string;
    hash: string;
  }): Promise<Change> => {
    const plan = this.plans.get(planId);
    if (plan?.state !== 'proposed' || plan.hash !== hash) {
      throw new ConflictError('That plan was settled already.');
    }
    const id = `REQ-${1000 + this.changes.size + 1}`;
    plan.state = 'confirmed';
    plan.changeId = id;
    this.confirmed.push(
      JSON.stringify(Object.assign({}, ...plan.intents.map(one => one.params))),
    );
    const change = {
      id,
      state: plan.decision.outcome === 'allow' ? 'queued' : 'awaiting-approval',
      title: plan.title,
      planId,
    } as Change;
    this.changes.set(id, change);
    return change;
  };
}

/** The tables that conversations are kept in. */
export async function createTables(database: Knex): Promise<void> {
  await database.migrate.latest({
    directory: resolvePackagePath(
      '@aiops-portal/plugin-aiops-agent-backend',
      'migrations',
    ),
  });
}

/** A conversation service over a real database, with small intents. */
export function createWorld(
  database: Knex,
  logger: LoggerService,
  model?: LanguageModel,
) {
  const world = new World();
  const registry = new IntentRegistry(intents);
  const platform = readPlatform(new Map(), 'a');
  const contextFor = async (request: {
    person: RequestingPerson;
    platform?: PlatformSnapshot;
  }) =>
    ({
      person: request.person,
      now: world.now,
      platform: request.platform ?? platform,
      cost: { format: (amount: number) => `$${amount} a month` },
    } as unknown as IntentContext);
  const build = () =>
    new DefaultConversationService({
      understanding,
      languageModel: () => model,
      intents: registry,
      contextFor,
      pursuit: new IntentPursuit({
        registry,
        drawing: new PlanDrawing({ registry, context: contextFor }),
        plans: { propose: world.propose },
        platform: async () => platform,
      }),
      plans: {
        get: async id => world.plans.get(id)!,
        dismiss: async id => {
          const plan = world.plans.get(id)!;
          plan.state = 'dismissed';
          return plan;
        },
      },
      confirm: world.confirm,
      confirmsWithoutAsking: async (older, newer) =>
        newer.cost.delta <= older.cost.delta,
      planById: async id => world.plans.get(id),
      changeById: async id => world.changes.get(id),
      suggestions: () => [{ text: 'What did we spend last month?' }],
      store: new DatabaseConversationStore(database),
      clock: { now: () => world.now },
      ids: { next: world.next },
      logger,
      contact: 'the platform team',
    });
  return { world, build };
}

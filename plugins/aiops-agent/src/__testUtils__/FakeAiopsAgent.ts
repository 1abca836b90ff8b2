import type {
  AiopsAgentApi,
  Blueprint,
  Change,
  Conversation,
  CredentialInfo,
  Feedback,
  IntentInfo,
  Me,
  Meaning,
  Message,
  Plan,
  ThingDetails,
  Turn,
  TurnEvent,
  Understood,
  UnderstoodFilter,
  UnderstoodPage,
} from '@aiops-portal/plugin-aiops-agent-common';

type Options = { signal?: AbortSignal };
type Answer = (text: string) => AsyncIterable<TurnEvent> | Turn;

/**
 * The assistant's backend as far as the pages see it: conversations, plans
 * and change requests in memory. Tests say what it answers and when a change
 * moves.
 */
export class FakeAiopsAgent
  implements Omit<AiopsAgentApi, 'understand' | 'runIntent' | 'followChange'>
{
  me: Me;
  answer: Answer = () => {
    throw new Error('No answer was arranged.');
  };
  readonly said: Array<{ text: string; entityRef?: string }> = [];
  readonly confirmed: Array<{ id: string; hash: string }> = [];
  readonly conversations = new Map<string, Conversation>();
  readonly plans = new Map<string, Plan>();
  readonly changes = new Map<string, Change>();
  /** What there is on the pages of the catalog, by entity ref. */
  readonly things = new Map<string, ThingDetails>();
  thingsAsked = 0;
  /** What was said of answers, by the answer's id. */
  readonly feedback = new Map<string, Feedback>();
  understood: Understood[] = [];
  model: UnderstoodPage['model'];
  credentials: CredentialInfo = {
    environment: 'marketing-blog',
    name: 'marketing-blog',
    keys: ['username', 'password'],
    mayReveal: true,
    revealed: false,
  };
  /** What becomes of a plan that is agreed to. */
  onConfirm: (plan: Plan) => Change = () => {
    throw new Error('No change was arranged.');
  };

  constructor(me: Me) {
    this.me = me;
  }

  async getMe(): Promise<Me> {
    return this.me;
  }

  async getThing(entity: {
    kind: string;
    namespace: string;
    name: string;
  }): Promise<ThingDetails> {
    this.thingsAsked += 1;
    const ref = `${entity.kind}:${entity.namespace}/${entity.name}`;
    const thing = this.things.get(ref.toLowerCase());
    if (!thing) {
      throw new Error(`I can't find ${entity.name}.`);
    }
    return thing;
  }

  async giveFeedback(
    { messageId }: { messageId: string },
    feedback: Feedback,
  ): Promise<Feedback> {
    this.feedback.set(messageId, feedback);
    return feedback;
  }

  async withdrawFeedback({ messageId }: { messageId: string }): Promise<void> {
    this.feedback.delete(messageId);
  }

  async listIntents(): Promise<IntentInfo[]> {
    return ['show_status', 'show_cost'].map(name => ({
      name,
      title: name,
      kind: 'answer',
      risk: 'none',
      examples: [],
      parameters: {},
    }));
  }

  blueprints: Blueprint[] = [];

  async listBlueprints(): Promise<Blueprint[]> {
    return this.blueprints;
  }

  async listUnderstood(filter: UnderstoodFilter = {}): Promise<UnderstoodPage> {
    const { verdict, maxConfidence = 1, before } = filter;
    const from = this.understood.findIndex(
      ({ messageId }) => messageId === before,
    );
    const items = this.understood
      .slice(from + 1)
      .filter(
        turn =>
          (!verdict || turn.feedback?.verdict === verdict) &&
          turn.confidence <= maxConfidence,
      );
    return {
      items: items.slice(0, 2),
      engines: ['embedded', 'rules'],
      more: items.length > 2,
      model: this.model,
    };
  }

  async exportLabelled(): Promise<string> {
    return '{"id":"m1"}\n{"id":"m2"}\n';
  }

  async setMeaning(messageId: string, meant: Meaning): Promise<Understood> {
    const turn = this.understood.find(each => each.messageId === messageId)!;
    return { ...turn, meant };
  }

  async startConversation(
    input: { entityRef?: string } = {},
  ): Promise<Conversation> {
    const now = new Date().toISOString();
    const conversation: Conversation = {
      id: `c${this.conversations.size + 1}`,
      title: '',
      entityRef: input.entityRef,
      createdAt: now,
      updatedAt: now,
      messages: [],
    };
    this.conversations.set(conversation.id, conversation);
    return conversation;
  }

  async listConversations(
    filter: { entityRef?: string } = {},
  ): Promise<Conversation[]> {
    return [...this.conversations.values()]
      .filter(
        ({ entityRef }) => !filter.entityRef || entityRef === filter.entityRef,
      )
      .reverse();
  }

  async getConversation(id: string): Promise<Conversation> {
    const conversation = this.conversations.get(id);
    if (!conversation) {
      throw new Error('There is no such conversation.');
    }
    return { ...conversation, messages: [...(conversation.messages ?? [])] };
  }

  async deleteConversation(id: string): Promise<void> {
    this.conversations.delete(id);
  }

  async *sendMessage(
    conversationId: string,
    message: { text: string; entityRef?: string },
    options: Options = {},
  ): AsyncGenerator<TurnEvent> {
    this.said.push(message);
    const conversation = await this.getConversation(conversationId);
    const mine: Message = {
      id: `u${this.said.length}`,
      role: 'user',
      text: message.text,
      at: new Date().toISOString(),
    };
    const keep = (kept: Message) =>
      this.conversations.get(conversationId)?.messages?.push(kept);
    conversation.title ||= message.text;
    this.conversations.set(conversationId, conversation);
    keep(mine);
    yield { type: 'started', userMessageId: mine.id };
    const answer = this.answer(message.text);
    const events: AsyncIterable<TurnEvent> =
      'message' in answer ? once(answer) : answer;
    for await (const event of untilAborted(events, options.signal)) {
      if (event.type === 'done') {
        const { plan, change } = event.turn;
        if (plan) {
          this.replaceOpenPlans();
          this.plans.set(plan.id, plan);
        }
        if (change) {
          this.changes.set(change.id, change);
          this.plans.set(change.planId, {
            ...change.plan,
            state: 'confirmed',
            changeId: change.id,
          });
        }
        keep(event.turn.message);
      }
      yield event;
    }
  }

  async getPlan(id: string): Promise<Plan> {
    return this.plan(id);
  }

  async confirmPlan(id: string, hash: string): Promise<Change> {
    this.confirmed.push({ id, hash });
    const change = this.onConfirm(this.plan(id));
    this.plans.set(id, {
      ...this.plan(id),
      state: 'confirmed',
      changeId: change.id,
    });
    this.changes.set(change.id, change);
    return change;
  }

  async dismissPlan(id: string): Promise<Plan> {
    const plan: Plan = { ...this.plan(id), state: 'dismissed' };
    this.plans.set(id, plan);
    return plan;
  }

  async listChanges(
    filter: { state?: string; role?: 'requester' | 'approver' } = {},
  ): Promise<Change[]> {
    return [...this.changes.values()].filter(change =>
      filter.role === 'approver'
        ? change.can.approve
        : change.requester === this.me.person.userRef,
    );
  }

  async getChange(id: string): Promise<Change> {
    const change = this.changes.get(id);
    if (!change) {
      throw new Error(`There is no request ${id}.`);
    }
    return change;
  }

  async cancelChange(id: string): Promise<Change> {
    return this.move(id, {
      state: 'cancelled',
      stateText: 'Taken back',
      can: { cancel: false, undo: false, approve: false },
    });
  }

  async undoChange(id: string): Promise<Plan> {
    const { plan } = await this.getChange(id);
    const undo: Plan = {
      ...plan,
      id: `${plan.id}-undo`,
      hash: `${plan.hash}-undo`,
      state: 'proposed',
      changeId: undefined,
      title: `Undo ${id}`,
      summary: 'Put everything back as it was.',
      cost: { ...plan.cost, before: 10, after: 0, delta: -10 },
      confirmLabel: 'Yes, undo it',
      fields: [],
    };
    this.plans.set(undo.id, undo);
    return undo;
  }

  async approveChange(id: string): Promise<Change> {
    return this.move(id, {
      state: 'queued',
      stateText: 'Written down',
      can: { cancel: false, undo: false, approve: false },
    });
  }

  async rejectChange(
    id: string,
    input: { hash: string; reason: string },
  ): Promise<Change> {
    return this.move(id, {
      state: 'rejected',
      stateText: 'Turned down',
      can: { cancel: false, undo: false, approve: false },
      approvals: [
        {
          by: this.me.person.userRef,
          byName: this.me.person.displayName,
          at: new Date().toISOString(),
          decision: 'rejected',
          reason: input.reason,
        },
      ],
    });
  }

  async getCredentialNames(): Promise<CredentialInfo> {
    return this.credentials;
  }

  async revealCredentials(): Promise<Record<string, string>> {
    this.credentials = { ...this.credentials, revealed: true };
    return { username: 'admin', password: 'correct-horse-battery' };
  }

  /** A change takes a step. */
  move(id: string, over: Partial<Change>): Change {
    const before = this.changes.get(id);
    if (!before) {
      throw new Error(`There is no request ${id}.`);
    }
    const after = { ...before, ...over, version: before.version + 1 };
    this.changes.set(id, after);
    return after;
  }

  private replaceOpenPlans() {
    for (const [id, plan] of this.plans) {
      if (plan.state === 'proposed') {
        this.plans.set(id, { ...plan, state: 'replaced' });
      }
    }
  }

  private plan(id: string): Plan {
    const plan = this.plans.get(id);
    if (!plan) {
      throw new Error(`There is no plan ${id}.`);
    }
    return plan;
  }
}

async function* once(turn: Turn): AsyncGenerator<TurnEvent> {
  yield { type: 'done', turn };
}

/** Ends as a fetch does when its signal is aborted. */
async function* untilAborted(
  events: AsyncIterable<TurnEvent>,
  signal?: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const iterator = events[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () =>
      reject(new DOMException('Aborted', 'AbortError')),
    );
  });
  for (;;) {
    const next = await Promise.race([iterator.next(), aborted]);
    if (next.done) {
      return;
    }
    yield next.value;
  }
}

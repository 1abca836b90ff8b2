import type {
  Conversation,
  LanguageContext,
  Message,
  Turn,
  UnderstandRequest,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { describeFailure, Dialogue, isStop, type Outcome } from './dialogue';
import { keptUnderstanding } from './kept';
import { languageContextOf } from './languageContext';
import { currentLanguage, languageOf, speaking } from '../words';
import { explain } from './explanation';
import { messages as sentences, type Messages } from './messages';
import type { ConversationDeps } from './ports';
import { chosenFromScreen } from './shortcuts';
import { spokenOf } from './spoken';
import { INITIAL_STATE, type DialogueState } from './state';
import type {
  ClaimedTurn,
  KeptUnderstanding,
  StoredConversation,
  StoredMessage,
} from './store';
import { writeOut } from './streaming';
import type { ConversationService, TurnRequest } from './types';
import { understandBack, understandIn } from './whilePending';
import { say } from '../words';

const LONGEST_TITLE = 60;

const NOT_UNDERSTOOD: Understanding = {
  engine: 'rules',
  intent: null,
  params: {},
  confidence: 0,
  commands: [{ command: 'clarify', candidates: [] }],
};

function titleFrom(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TITLE
    ? line
    : `${line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`;
}

function summaryOf(stored: StoredConversation): Conversation {
  const { id, title, entityRef, createdAt, updatedAt } = stored;
  return { id, title, ...(entityRef && { entityRef }), createdAt, updatedAt };
}

/** Conversations over a store, an understanding and a dialogue. */
export class DefaultConversationService implements ConversationService {
  private readonly dialogue: Dialogue;

  constructor(
    private readonly deps: ConversationDeps,
    private readonly messages: Messages = sentences,
  ) {
    this.dialogue = new Dialogue(deps, messages);
  }

  async start(
    person: RequestingPerson,
    entityRef?: string,
  ): Promise<Conversation> {
    const now = this.deps.clock.now().toISOString();
    const stored: StoredConversation = {
      id: this.deps.ids.next(),
      owner: person.userRef,
      title: this.messages.newConversation,
      ...(entityRef && { entityRef }),
      state: INITIAL_STATE,
      version: 0,
      createdAt: now,
      updatedAt: now,
    };
    await this.deps.store.create(stored);
    return { ...summaryOf(stored), messages: [] };
  }

  async list(
    person: RequestingPerson,
    entityRef?: string,
  ): Promise<Conversation[]> {
    const all = await this.deps.store.list(person.userRef, entityRef);
    return all.map(summaryOf);
  }

  async get(id: string, person: RequestingPerson): Promise<Conversation> {
    const stored = await this.deps.store.get(id, person.userRef);
    const messages = await this.deps.store.messages(id);
    return {
      ...summaryOf(stored),
      messages: await Promise.all(
        messages.map(message => this.asItIsNow(message, person)),
      ),
    };
  }

  async forget(id: string, person: RequestingPerson): Promise<void> {
    await this.deps.store.remove(id, person.userRef);
  }

  async understand(
    request: UnderstandRequest,
    person: RequestingPerson,
  ): Promise<Understanding> {
    const { text, pending } = request;
    const context =
      request.context ??
      languageContextOf(await this.deps.contextFor({ person }), text);
    const now = request.now ? new Date(request.now) : this.deps.clock.now();
    const input = { text, now, context, ...(pending && { pending }) };
    return (await this.deps.understanding.understand(input)) ?? NOT_UNDERSTOOD;
  }

  async turn(request: TurnRequest): Promise<Turn> {
    const { conversationId: id, person, signal, onDelta } = request;
    const { clock, ids, store } = this.deps;
    const text = request.text.trim();
    if (text === '') {
      throw new InputError(
        say`The message is empty, so nothing was done. Say what you need.`,
      );
    }
    const claimed = await store.claim({
      id,
      owner: person.userRef,
      message: {
        id: ids.next(),
        role: 'user',
        text,
        at: clock.now().toISOString(),
      },
      now: clock.now(),
    });
    const language =
      languageOf(text) ??
      claimed.conversation.state.language ??
      currentLanguage();
    const { outcome, understanding, kept, began, explaining } = await speaking(
      language,
      async () => {
        const answer = await this.answer({ ...request, text }, claimed);
        // It is worded while the answer is being read.
        return { ...answer, explaining: this.explained(answer, request) };
      },
    );
    const written = outcome
      ? await writeOut(outcome.reply.text, onDelta, signal)
      : '';
    const explanation = await explaining;
    const whole = outcome?.reply.text === written;
    const state =
      outcome && !whole
        ? await this.withoutUnseenPlan(outcome, person)
        : undefined;
    const message = this.messageOf(understanding, outcome, written, {
      whole,
      explanation,
    });
    await store.finish({
      id,
      version: claimed.conversation.version,
      message: { ...message.stored, at: clock.now().toISOString() },
      ...(kept && { understood: kept }),
      state: { ...(state ?? outcome?.state ?? began), language },
      ...(claimed.first && { title: titleFrom(text) }),
      now: clock.now(),
    });
    const { plan, change, params = {} } = outcome?.reply ?? {};
    const shown: Message = {
      ...message.shown,
      at: clock.now().toISOString(),
      ...(whole && plan && { plan }),
      ...(change && { change }),
    };
    return {
      reply: written,
      intent: understanding?.intent ?? null,
      params,
      ...(whole && plan && { plan }),
      ...(change && { change }),
      message: shown,
    };
  }

  /** No outcome when the person stopped it before anything was begun. */
  private async answer(
    request: TurnRequest,
    { conversation }: ClaimedTurn,
  ): Promise<{
    outcome?: Outcome;
    understanding?: Understanding;
    kept?: KeptUnderstanding;
    began: DialogueState;
  }> {
    const { text, person, signal } = request;
    const entityRef = request.entityRef ?? conversation.entityRef;
    const began = conversation.state;
    let understanding: Understanding | undefined;
    let kept: KeptUnderstanding | undefined;
    try {
      const context = await this.deps.contextFor({ person, entityRef });
      const waiting = await this.withoutSettledPlan(began, person);
      const known = languageContextOf(context, text);
      const at = this.deps.clock.now();
      const meaning = await this.meaningOf(text, waiting, known);
      const { state } = meaning;
      understanding = meaning.understanding;
      kept = keptUnderstanding(understanding, { at, state, context: known });
      const outcome = await this.dialogue.execute(understanding, {
        text,
        conversationId: conversation.id,
        state,
        context,
        signal,
      });
      const params = { ...understanding.params, ...outcome.reply.params };
      const spoken = spokenOf(understanding, outcome, state);
      return {
        outcome: {
          reply: { ...outcome.reply, params },
          state: { ...outcome.state, spoken },
        },
        understanding,
        kept,
        began,
      };
    } catch (error) {
      if (isStop(error)) {
        return { understanding, kept, began };
      }
      const sentence = describeFailure(error, this.deps, this.messages);
      return {
        outcome: { reply: { text: sentence }, state: began },
        understanding,
        kept,
        began,
      };
    }
  }

  private async explained(
    { outcome }: { outcome?: Outcome },
    { text, person, signal }: TurnRequest,
  ): Promise<Message['explanation']> {
    const model = this.deps.languageModel?.();
    return outcome && explain(model, outcome.reply, { text, person, signal });
  }

  /** What it means, and in which state of the conversation. */
  private async meaningOf(
    text: string,
    state: DialogueState,
    context: LanguageContext,
  ): Promise<{ understanding: Understanding; state: DialogueState }> {
    const { understanding, intents, clock } = this.deps;
    const { spoken: last } = state;
    const input = { text, now: clock.now(), context, ...(last && { last }) };
    const chosen = chosenFromScreen(
      text,
      state,
      name => intents.find(name),
      (intent, said) =>
        understanding.parametersFor(intent, { ...input, text: said }),
    );
    const here = chosen ?? (await understandIn(state, input, understanding));
    const back = await understandBack(state, input, understanding, here);
    const understood = back?.understood ?? here ?? NOT_UNDERSTOOD;
    const tookMs = clock.now().getTime() - input.now.getTime();
    return {
      understanding: { tookMs, ...understood },
      state: back?.state ?? state,
    };
  }

  /** A plan that was agreed to or dismissed by its buttons waits no more. */
  private async withoutSettledPlan(
    state: DialogueState,
    person: RequestingPerson,
  ): Promise<DialogueState> {
    const waits = async (wish: DialogueState['pending']) => {
      if (!wish?.planId) {
        return wish;
      }
      const plan = await this.deps.planById(wish.planId, person);
      return plan?.state === 'proposed' || plan?.state === 'expired'
        ? wish
        : undefined;
    };
    const [pending, interrupted] = await Promise.all([
      waits(state.pending),
      waits(state.interrupted),
    ]);
    return { ...state, pending, interrupted };
  }

  /** What wasn't shown to its end can't be agreed to. */
  private async withoutUnseenPlan(
    { reply, state }: Outcome,
    person: RequestingPerson,
  ): Promise<DialogueState> {
    const { plan } = reply;
    if (!plan || plan.id !== state.pending?.planId) {
      return state;
    }
    await this.deps.plans.dismiss(plan.id, person.userRef);
    return { ...state, pending: undefined };
  }

  private messageOf(
    understanding: Understanding | undefined,
    outcome: Outcome | undefined,
    written: string,
    { whole, explanation }: { whole: boolean } & Pick<Message, 'explanation'>,
  ): { stored: Omit<StoredMessage, 'at'>; shown: Omit<Message, 'at'> } {
    const { text, plan, change, params, material, ...extras } =
      outcome?.reply ?? { text: '' };
    const shown: Omit<Message, 'at'> = {
      id: this.deps.ids.next(),
      role: 'assistant',
      text: written,
      ...(understanding?.intent && { intent: understanding.intent }),
      ...(params && { params }),
      ...(whole
        ? { ...extras, ...(explanation && { explanation }) }
        : { stopped: true }),
    };
    return {
      shown,
      stored: {
        ...shown,
        ...(whole && plan && { planId: plan.id }),
        ...(change && { changeId: change.id }),
      },
    };
  }

  private async asItIsNow(
    { planId, changeId, ...message }: StoredMessage,
    person: RequestingPerson,
  ): Promise<Message> {
    const plan = planId ? await this.deps.planById(planId, person) : undefined;
    const madeOf = changeId ?? plan?.changeId;
    const change = madeOf
      ? await this.deps.changeById(madeOf, person)
      : undefined;
    return { ...message, ...(plan && { plan }), ...(change && { change }) };
  }
}

import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Answer,
  ChosenIntent,
  IntentContext,
  PlatformSnapshot,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { PlanService } from '../../planning/types';
import type { IntentRegistry } from '../registry';
import type { PlanDrawing } from './PlanDrawing';

/** What somebody wants, however they said it. */
export interface Pursuit {
  /** Several where they make one plan. */
  intents: ChosenIntent[];
  conversationId?: string;
  /** The words that it was asked with. */
  reason?: string;
  /** Nothing is begun any more once it is aborted. */
  signal?: AbortSignal;
}

interface Intents {
  /** As they were said. */
  said: ChosenIntent[];
  /** With defaults filled in. */
  prepared: ChosenIntent[];
}

/** A change that was asked about, or planned. */
export type PursuedChange = Intents &
  ({ kind: 'missing'; missing: Question[] } | { kind: 'plan'; plan: Plan });

/** What became of the change that an answer offers. */
export type Offer = PursuedChange | { kind: 'impossible'; reason: string };

/** What a wish came to. */
export type Pursued =
  | PursuedChange
  | (Intents & { kind: 'answer'; answer: Answer; offer?: Offer });

/** Errors that say in a sentence why something can't be. */
const REASONS = [
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'ServiceUnavailableError',
];

/**
 * Answers a wish, asks what it takes, or proposes a plan, also the one that
 * an answer offers. Agrees to nothing.
 */
export class IntentPursuit {
  constructor(
    private readonly deps: {
      registry: Pick<IntentRegistry, 'get'>;
      drawing: PlanDrawing;
      plans: Pick<PlanService, 'propose'>;
      /** All of the platform at a commit. */
      platform(head: string): Promise<PlatformSnapshot>;
    },
  ) {}

  /** @throws what intents throw: InputError and its like, with a sentence. */
  async pursue(pursuit: Pursuit, context: IntentContext): Promise<Pursued> {
    const [first] = pursuit.intents;
    const intent = this.deps.registry.get(first.intent);
    if (intent.kind === 'change' && intent.plan) {
      return this.#change(pursuit, context);
    }
    if (!intent.answer) {
      throw new Error(`The intent ${intent.name} neither answers nor plans`);
    }
    const given = intent.parameters.parse(first.params);
    const { params, missing } = intent.prepare
      ? await intent.prepare(given, context)
      : { params: given, missing: [] };
    const intents = {
      said: [first],
      prepared: [{ intent: intent.name, params }],
    };
    if (missing.length > 0) {
      return { ...intents, kind: 'missing', missing };
    }
    pursuit.signal?.throwIfAborted();
    const answer = await intent.answer(params, context);
    const { proposal = [] } = answer;
    return proposal.length === 0
      ? { ...intents, kind: 'answer', answer }
      : {
          ...intents,
          kind: 'answer',
          answer,
          offer: await this.#offer({ ...pursuit, intents: proposal }, context),
        };
  }

  async #change(
    pursuit: Pursuit,
    context: IntentContext,
  ): Promise<PursuedChange> {
    const { intents, conversationId, reason, signal } = pursuit;
    signal?.throwIfAborted();
    const { head } = context.platform;
    const { said, prepared, ...drawn } = await this.deps.drawing.draw(
      intents,
      context,
      () => this.deps.platform(head),
    );
    if ('missing' in drawn) {
      return { said, prepared, kind: 'missing', missing: drawn.missing };
    }
    signal?.throwIfAborted();
    const plan = await this.deps.plans.propose({
      draft: drawn.draft,
      base: head,
      person: context.person,
      conversationId,
      reason,
    });
    return { said, prepared, kind: 'plan', plan };
  }

  /** What can't be offered takes nothing away from the answer. */
  async #offer(pursuit: Pursuit, context: IntentContext): Promise<Offer> {
    try {
      return await this.#change(pursuit, context);
    } catch (error) {
      if (error instanceof Error && REASONS.includes(error.name)) {
        return { kind: 'impossible', reason: error.message };
      }
      throw error;
    }
  }
}

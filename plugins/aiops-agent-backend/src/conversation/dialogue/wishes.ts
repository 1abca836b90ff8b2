import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type { Intent, Question } from '@aiops-portal/plugin-aiops-agent-node';
import { InputError, NotFoundError } from '@backstage/errors';
import type { Messages } from '../messages';
import type { DialogueDeps } from '../ports';
import type { PendingWish } from '../state';
import type { DialogueTurn, Reply } from './types';

/** What a wish came to. */
export type WishResult =
  | { kind: 'answer'; reply: Reply }
  | { kind: 'asked'; reply: Reply; pending: PendingWish }
  | {
      kind: 'planned';
      plan: Plan;
      params: Record<string, unknown>;
      pending: PendingWish;
    };

/** A wish with the parameters that were said so far. */
export interface Wish {
  intent: string;
  said: Record<string, unknown>;
  reason: string;
}

function checked(
  intent: Intent,
  said: Record<string, unknown>,
  messages: Messages,
): Record<string, unknown> {
  const parsed = intent.parameters.safeParse(said);
  if (parsed.success) {
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  throw new InputError(
    messages.invalidValue(
      issue.path.join('.').replace(/_/g, ' '),
      issue.message.toLocaleLowerCase('en'),
    ),
  );
}

/** Everything that is missing, asked in one message. */
function ask(missing: Question[]): Reply {
  const [first] = missing;
  return {
    text:
      missing.length === 1
        ? first.text
        : missing.map(({ text }) => `- ${text}`).join('\n'),
    suggestions:
      missing.length === 1
        ? (first.choices ?? []).map(({ label }) => ({ text: label, label }))
        : [],
  };
}

/**
 * Fills in what is known, asks for what is missing, and answers or proposes a
 * plan. Agrees to nothing.
 *
 * @throws what the intent throws: InputError and its like, with a sentence.
 */
export async function pursue(
  wish: Wish,
  turn: DialogueTurn,
  deps: DialogueDeps,
  messages: Messages,
): Promise<WishResult> {
  const intent = deps.intents.find(wish.intent);
  if (!intent) {
    throw new NotFoundError(messages.notOffered);
  }
  const { context, signal } = turn;
  const said = checked(intent, wish.said, messages);
  const { params, missing } = intent.prepare
    ? await intent.prepare(said, context)
    : { params: said, missing: [] };
  const pending: PendingWish = { ...wish, params, questions: missing };
  if (missing.length > 0) {
    return { kind: 'asked', reply: { ...ask(missing), params }, pending };
  }
  signal.throwIfAborted();
  if (intent.kind === 'change' && intent.plan) {
    const draft = await intent.plan(params, context);
    signal.throwIfAborted();
    const plan = await deps.plans.propose({
      draft,
      base: context.platform.head,
      person: context.person,
      conversationId: turn.conversationId,
      reason: wish.reason,
    });
    return {
      kind: 'planned',
      plan,
      params,
      pending: {
        ...pending,
        // What is refused waits for no yes.
        ...(plan.decision.outcome !== 'deny' && { planId: plan.id }),
      },
    };
  }
  if (!intent.answer) {
    throw new Error(`The intent ${intent.name} neither answers nor plans`);
  }
  const answer = await intent.answer(params, context);
  return { kind: 'answer', reply: { ...answer, params } };
}

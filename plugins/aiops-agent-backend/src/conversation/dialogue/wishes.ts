import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  ChosenIntent,
  Intent,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError, NotFoundError } from '@backstage/errors';
import type { Offer, PursuedChange } from '../../intents/drawing';
import { currentLanguage } from '../../words';
import { either, type Messages } from '../messages';
import type { DialogueDeps } from '../ports';
import type { PendingWish } from '../state';
import { describePlan } from './plans';
import type { DialogueTurn, Reply } from './types';

/** What a wish came to. */
export type WishResult =
  /** With a change that the answer offers, which waits for a yes. */
  | { kind: 'answer'; reply: Reply; pending?: PendingWish }
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
  /** What else belongs into the same plan. */
  joined?: PendingWish['joined'];
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

/** As many choices as a screen shows to be pressed. */
const MOST_SHOWN = 3;

function hasMany({ choices = [] }: Question): boolean {
  return choices.length > MOST_SHOWN;
}

/** A question that names what one can choose from. */
function withChoices({ text, choices = [] }: Question): string {
  const labels = choices.map(({ label }) => label);
  return labels.every(label => text.includes(label))
    ? text
    : `${text} (${either(labels)})`;
}

/** Everything that is missing, asked in one message. */
export function ask(missing: Question[]): Pick<Reply, 'text' | 'suggestions'> {
  const few = missing.length === 1 && !hasMany(missing[0]);
  const questions = few ? [missing[0].text] : missing.map(withChoices);
  return {
    text:
      questions.length === 1
        ? questions[0]
        : questions.map(text => `- ${text}`).join('\n'),
    // Each answers one of the questions; the others are asked again.
    suggestions: missing.flatMap(({ choices = [] }) =>
      choices.map(({ label }) => ({ text: label, label })),
    ),
  };
}

/** The intents of a wish, as they were said. */
function intentsOf(
  wish: Wish,
  deps: DialogueDeps,
  messages: Messages,
): ChosenIntent[] {
  const said = [
    { intent: wish.intent, said: wish.said },
    ...(wish.joined ?? []),
  ];
  return said.map(each => {
    const intent = deps.intents.find(each.intent);
    if (!intent) {
      throw new NotFoundError(messages.notOffered);
    }
    return {
      intent: each.intent,
      params: checked(intent, each.said, messages),
    };
  });
}

const paramsOf = ({ prepared }: Pick<PursuedChange, 'prepared'>) =>
  Object.assign({}, ...prepared.map(({ params }) => params)) as Record<
    string,
    unknown
  >;

/** What a change that was asked about or planned waits for. */
function pendingOf(change: PursuedChange, reason: string): PendingWish {
  const questions = change.kind === 'missing' ? change.missing : [];
  // What couldn't be used is asked for; it isn't held against them again.
  const usable = (params: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(params).filter(
        ([name]) => !questions.some(({ parameter }) => parameter === name),
      ),
    );
  const [first, ...joined] = change.said.map(({ intent, params }, index) => ({
    intent,
    said: usable(params),
    params: change.prepared[index].params,
  }));
  // What is refused waits for no yes.
  const waits =
    change.kind === 'plan' && change.plan.decision.outcome !== 'deny';
  return {
    ...first,
    ...(joined.length > 0 && { joined }),
    questions,
    language: currentLanguage(),
    ...(waits && { planId: change.plan.id, planTitle: change.plan.title }),
    reason,
  };
}

/** The answer and, below it, what it offers. */
function withOffer(
  reply: Reply,
  offer: Offer,
  wish: Wish,
  turn: DialogueTurn,
  messages: Messages,
): WishResult {
  const below = (text: string) => `${reply.text}\n\n${text}`;
  switch (offer.kind) {
    case 'impossible':
      return {
        kind: 'answer',
        reply: { ...reply, text: below(offer.reason) },
      };
    case 'missing': {
      const { text, suggestions } = ask(offer.missing);
      return {
        kind: 'answer',
        reply: { ...reply, text: below(text), suggestions },
        pending: pendingOf(offer, wish.reason),
      };
    }
    default: {
      const { text, plan } = describePlan(offer.plan, turn.context, messages);
      const pending = pendingOf(offer, wish.reason);
      return {
        kind: 'answer',
        reply: { ...reply, text: below(text), plan },
        ...(pending.planId && { pending }),
      };
    }
  }
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
  const pursued = await deps.pursuit.pursue(
    {
      intents: intentsOf(wish, deps, messages),
      conversationId: turn.conversationId,
      reason: wish.reason,
      signal: turn.signal,
    },
    turn.context,
  );
  const params = paramsOf(pursued);
  switch (pursued.kind) {
    case 'missing':
      // Where there is nothing to choose from, no answer would help.
      for (const { text, choices } of pursued.missing) {
        if (choices?.length === 0) {
          throw new NotFoundError(text);
        }
      }
      return {
        kind: 'asked',
        reply: { ...ask(pursued.missing), params },
        pending: pendingOf(pursued, wish.reason),
      };
    case 'plan':
      return {
        kind: 'planned',
        plan: pursued.plan,
        params,
        pending: pendingOf(pursued, wish.reason),
      };
    default: {
      const { proposal: _, ...answer } = pursued.answer;
      const reply = { ...answer, params };
      return pursued.offer
        ? withOffer(reply, pursued.offer, wish, turn, messages)
        : { kind: 'answer', reply };
    }
  }
}

import type {
  Command,
  Plan,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Messages } from '../messages';
import type { DialogueDeps } from '../ports';
import type { DialogueState, PendingWish } from '../state';
import { describeFailure, isStop } from './failures';
import { isAcknowledgement } from './acknowledgement';
import { askAgain } from './askAgain';
import { paramsOf, withSaid } from './corrections';
import { afterQuestion, speakingOf, waitingFor } from './interruption';
import { costOf, describePlan } from './plans';
import { withReminder } from './reminder';
import type { DialogueTurn, Outcome, Reply } from './types';
import { pursue, type Wish } from './wishes';

/**
 * Carries out what a message means, deterministically: the same commands in
 * the same state do the same. Language decides nothing here.
 */
export class Dialogue {
  constructor(
    private readonly deps: DialogueDeps,
    private readonly messages: Messages,
  ) {}

  /** @throws AbortError when the person stopped it; nothing was begun then. */
  async execute(
    understanding: Pick<Understanding, 'commands'>,
    turn: DialogueTurn,
  ): Promise<Outcome> {
    turn.signal.throwIfAborted();
    const { reply, state } = await this.carryOut(understanding, turn);
    const planId = state.pending?.planId;
    const aside = planId !== undefined && reply.plan?.id !== planId;
    return { reply, state: { ...state, aside } };
  }

  private async carryOut(
    understanding: Pick<Understanding, 'commands'>,
    turn: DialogueTurn,
  ): Promise<Outcome> {
    const [first] = understanding.commands;
    const starts = understanding.commands.filter(
      ({ command }) => command === 'start',
    );
    const state: DialogueState = {
      ...turn.state,
      clarifying: undefined,
      notUnderstood: 0,
    };
    const now = { ...turn, state };
    switch (first?.command) {
      case 'start':
        return this.start(starts, now);
      case 'provide':
      case 'correct':
        return this.change(first.params ?? {}, now);
      case 'confirm': {
        const changes = understanding.commands.find(
          ({ command }) => command === 'correct' || command === 'provide',
        );
        return changes
          ? this.confirmChanged(changes.params ?? {}, now)
          : this.confirm(now);
      }
      case 'deny':
      case 'cancel':
        return this.dismiss(now);
      case 'greet':
        return this.courtesy(
          this.messages.greeting(turn.context.person.displayName),
          now,
        );
      case 'thank':
        return this.courtesy(this.messages.thanked, now);
      default:
        return askAgain(first, turn, this.deps, this.messages);
    }
  }

  private async start(starts: Command[], turn: DialogueTurn): Promise<Outcome> {
    const [first, ...rest] = starts.map(({ intent = '', params = {} }) => ({
      intent,
      params,
    }));
    const wish: Wish = {
      intent: first.intent,
      said: first.params,
      reason: turn.text,
    };
    const isAnswer = this.deps.intents.find(first.intent)?.kind === 'answer';
    // A question in between keeps what was said before it, also for later.
    const later = isAnswer ? [...rest, ...turn.state.later] : rest;
    const state = speakingOf(first.intent, turn.state, this.deps);
    const outcome = await this.withCostOfPlan(
      await this.attempt(wish, { ...turn, state: { ...state, later } }),
      first,
      turn,
    );
    if (rest.length === 0) {
      return outcome;
    }
    const { pending } = outcome.state;
    // An answer leaves nothing to wait for, unless it offers something; nor
    // does what was refused or failed. So the second wish follows now.
    const waits = Boolean(pending?.planId ?? pending?.questions.length);
    if (!waits || pending === state.pending) {
      return this.thenLater(outcome, { ...turn, state: outcome.state });
    }
    const text = `${this.messages.oneAfterTheOther}\n\n${outcome.reply.text}`;
    return { ...outcome, reply: { ...outcome.reply, text } };
  }

  /** "What would that cost?" is also about the plan that waits. */
  private async withCostOfPlan(
    outcome: Outcome,
    { intent, params }: Pick<Wish, 'intent'> & Pick<Command, 'params'>,
    turn: DialogueTurn,
  ): Promise<Outcome> {
    const asksAtLarge =
      intent === 'show_cost' && Object.keys(params ?? {}).length === 0;
    const plan = asksAtLarge
      ? await this.planOf(turn.state.pending, turn)
      : undefined;
    if (!plan) {
      return outcome;
    }
    const cost = costOf(plan, turn.context, this.messages);
    const text = `${cost}\n\n${outcome.reply.text}`;
    return { ...outcome, reply: { ...outcome.reply, text } };
  }

  /** New parameters for what is pending; the plan is replaced by a new one. */
  private async change(
    params: Record<string, unknown>,
    turn: DialogueTurn,
  ): Promise<Outcome> {
    const { pending } = turn.state;
    if (!pending) {
      return this.courtesy(this.messages.nothingToConfirm, turn);
    }
    const offered = Object.fromEntries(
      Object.keys(params).length > 0
        ? []
        : pending.questions
            // A plain yes takes what alone was offered.
            .filter(({ choices }) => choices?.length === 1)
            .map(({ parameter, choices = [] }) => [
              parameter,
              choices[0].value,
            ]),
    );
    const said = { ...offered, ...params };
    return this.attempt(withSaid(pending, said, this.deps), turn);
  }

  private async confirm(turn: DialogueTurn): Promise<Outcome> {
    const { pending } = turn.state;
    const plan = await this.planOf(pending, turn);
    if (!pending || !plan) {
      return this.courtesy(this.messages.nothingToConfirm, turn);
    }
    if (this.isOutdated(plan)) {
      return this.attempt(pending, turn, this.messages.planOutdated);
    }
    if (turn.state.aside && isAcknowledgement(turn.text)) {
      const reply = describePlan(plan, turn.context, this.messages);
      const text = `${this.messages.surely}\n\n${reply.text}`;
      return { reply: { ...reply, text }, state: turn.state };
    }
    return this.agree(plan, pending, turn);
  }

  /** "Yes, call it marketing-blog": agreed at once only if it is no worse. */
  private async confirmChanged(
    params: Record<string, unknown>,
    turn: DialogueTurn,
  ): Promise<Outcome> {
    const { pending } = turn.state;
    const older = await this.planOf(pending, turn);
    if (!pending || !older) {
      return this.change(params, turn);
    }
    const wish = withSaid(pending, params, this.deps);
    try {
      const result = await pursue(wish, turn, this.deps, this.messages);
      if (
        result.kind === 'planned' &&
        result.pending.planId &&
        !this.isOutdated(older) &&
        (await this.deps.confirmsWithoutAsking(older, result.plan))
      ) {
        return await this.agree(result.plan, result.pending, turn);
      }
      return this.shown(result, turn, this.messages.planChanged);
    } catch (error) {
      const { reply, state } = this.failed(error, turn);
      return { reply: this.reminding(reply, state), state };
    }
  }

  private async agree(
    plan: Plan,
    pending: PendingWish,
    turn: DialogueTurn,
  ): Promise<Outcome> {
    turn.signal.throwIfAborted();
    try {
      const change = await this.deps.confirm({
        planId: plan.id,
        hash: plan.hash,
        person: turn.context.person,
        reason: pending.reason,
      });
      const waits = change.state === 'awaiting-approval';
      const text = waits
        ? this.messages.confirmedWaiting(plan.decision.approvers, change.id)
        : this.messages.confirmed(plan.title, change.id);
      return await this.thenLater(
        {
          reply: { text, change, params: paramsOf(pending) },
          state: { ...turn.state, pending: undefined },
        },
        turn,
      );
    } catch (error) {
      return this.failed(error, turn, true);
    }
  }

  private async dismiss(turn: DialogueTurn): Promise<Outcome> {
    const { pending } = turn.state;
    if (!pending) {
      return this.courtesy(this.messages.nothingToDismiss, turn);
    }
    const plan = await this.planOf(pending, turn);
    if (plan) {
      await this.deps.plans.dismiss(plan.id, turn.context.person.userRef);
    }
    const text = plan ? this.messages.dismissed : this.messages.dropped;
    const state = waitingFor(undefined, turn.state, this.deps);
    return this.thenLater(
      { reply: this.reminding({ text }, state), state },
      turn,
    );
  }

  /** The wish that came second in the same words, after the first is settled. */
  private async thenLater(
    outcome: Outcome,
    turn: DialogueTurn,
  ): Promise<Outcome> {
    const [next, ...later] = turn.state.later.length
      ? turn.state.later
      : outcome.state.later;
    if (!next) {
      return outcome;
    }
    const wish = { intent: next.intent, said: next.params, reason: turn.text };
    const after = await this.attempt(wish, {
      ...turn,
      state: { ...outcome.state, later },
    });
    return {
      state: after.state,
      reply: {
        ...outcome.reply,
        ...after.reply,
        text: [
          outcome.reply.text,
          this.messages.nextWish,
          after.reply.text,
        ].join('\n\n'),
      },
    };
  }

  private async attempt(
    wish: Wish,
    turn: DialogueTurn,
    lead?: string,
  ): Promise<Outcome> {
    try {
      const result = await pursue(wish, turn, this.deps, this.messages);
      return this.shown(result, afterQuestion(wish, turn), lead);
    } catch (error) {
      // What was said stays, so that a better value is enough.
      const isChange = this.deps.intents.find(wish.intent)?.kind === 'change';
      const pending =
        turn.state.pending ??
        (isChange ? { ...wish, params: wish.said, questions: [] } : undefined);
      const { reply, state } = this.failed(error, turn);
      return {
        reply: this.reminding(reply, state),
        state: { ...state, pending },
      };
    }
  }

  private shown(
    result: Awaited<ReturnType<typeof pursue>>,
    turn: DialogueTurn,
    lead?: string,
  ): Outcome {
    const { state, context } = turn;
    if (result.kind === 'answer') {
      return result.pending
        ? {
            reply: result.reply,
            state: waitingFor(result.pending, state, this.deps),
          }
        : { reply: this.reminding(result.reply, state), state };
    }
    const next = waitingFor(result.pending, state, this.deps);
    if (result.kind === 'asked') {
      return { reply: result.reply, state: next };
    }
    const reply = describePlan(result.plan, context, this.messages);
    return {
      reply: {
        ...reply,
        params: result.params,
        // A refusal begins with no "it would be this".
        text:
          lead && result.plan.decision.outcome !== 'deny'
            ? `${lead}\n\n${reply.text}`
            : reply.text,
      },
      state: next,
    };
  }

  /** A question about something else leaves what is pending as it is. */
  private reminding(
    reply: Reply,
    state: Pick<DialogueState, 'pending'>,
  ): Reply {
    return withReminder(reply, state, this.deps, this.messages);
  }

  private courtesy(text: string, turn: DialogueTurn): Outcome {
    const { state, context } = turn;
    return {
      reply: this.reminding(
        {
          text,
          suggestions: state.pending ? [] : this.deps.suggestions(context),
        },
        state,
      ),
      state,
    };
  }

  private failed(
    error: unknown,
    turn: DialogueTurn,
    confirming = false,
  ): Outcome {
    if (isStop(error)) {
      throw error;
    }
    const text = describeFailure(error, this.deps, this.messages, confirming);
    return { reply: { text }, state: turn.state };
  }

  /** The plan on the screen, unless something else was done with it. */
  private async planOf(
    pending: PendingWish | undefined,
    turn: DialogueTurn,
  ): Promise<Plan | undefined> {
    if (!pending?.planId) {
      return undefined;
    }
    const plan = await this.deps.plans.get(
      pending.planId,
      turn.context.person.userRef,
    );
    return plan.state === 'proposed' || plan.state === 'expired'
      ? plan
      : undefined;
  }

  private isOutdated(plan: Plan): boolean {
    return (
      plan.state === 'expired' ||
      Date.parse(plan.expiresAt) <= this.deps.clock.now().getTime()
    );
  }
}

import type { DialogueDeps } from '../ports';
import type { DialogueState, PendingWish } from '../state';
import type { DialogueTurn } from './types';
import type { Wish } from './wishes';

/** What waits now, and what waited before it and was not given up by that. */
export function waitingFor(
  pending: PendingWish | undefined,
  state: DialogueState,
  deps: Pick<DialogueDeps, 'intents'>,
): DialogueState {
  const isQuestion = (wish: PendingWish | undefined) =>
    wish && deps.intents.find(wish.intent)?.kind === 'answer';
  const { interrupted } = state;
  if (!pending) {
    return { ...state, pending: interrupted, interrupted: undefined };
  }
  // Another change takes the place of the one before; a question doesn't.
  const before = isQuestion(state.pending) ? interrupted : state.pending;
  return {
    ...state,
    pending,
    interrupted: isQuestion(pending) ? before : undefined,
  };
}

/** A question that was asked is answered, so that it waits no longer. */
export function afterQuestion(wish: Wish, turn: DialogueTurn): DialogueTurn {
  const { pending, interrupted } = turn.state;
  return pending && !pending.planId && pending.intent === wish.intent
    ? {
        ...turn,
        state: { ...turn.state, pending: interrupted, interrupted: undefined },
      }
    : turn;
}

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
  return pending
    ? { ...state, pending, interrupted: interruptedBy(pending, state, deps) }
    : { ...state, pending: state.interrupted, interrupted: undefined };
}

/**
 * A plan takes the place of all before it. What is only asked doesn't yet; but
 * of two changes that are asked about, the second is meant.
 */
function interruptedBy(
  pending: PendingWish,
  { pending: before, interrupted }: DialogueState,
  deps: Pick<DialogueDeps, 'intents'>,
): PendingWish | undefined {
  if (pending.planId) {
    return undefined;
  }
  const isChange = ({ intent }: PendingWish) =>
    deps.intents.find(intent)?.kind === 'change';
  const stays =
    before?.planId ||
    (before?.questions.length && isChange(before) && !isChange(pending));
  return stays ? before : interrupted;
}

/**
 * Who asks for something else wants no answer any more to what was asked; what
 * a change takes is asked for again.
 */
export function speakingOf(
  intent: string,
  state: DialogueState,
  deps: Pick<DialogueDeps, 'intents'>,
): DialogueState {
  const { pending } = state;
  const isOld =
    pending &&
    !pending.planId &&
    pending.intent !== intent &&
    deps.intents.find(pending.intent)?.kind === 'answer';
  return isOld
    ? { ...state, pending: state.interrupted, interrupted: undefined }
    : state;
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

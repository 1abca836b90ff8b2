import type { Command } from '@aiops-portal/plugin-aiops-agent-common';
import type { Messages } from '../messages';
import type { DialogueDeps } from '../ports';
import { withReminder } from './reminder';
import type { DialogueTurn, Outcome, Reply } from './types';
import { sayAgain } from '../../words';

/** After so many messages in a row the guided start is offered, and a person. */
const PATIENCE = 2;

/**
 * The reply to what wasn't understood, or isn't done here: did you mean one
 * of these, what can be done instead, and the second time the guided start.
 */
export function askAgain(
  command: Command | undefined,
  { state, context, text }: DialogueTurn,
  deps: Pick<DialogueDeps, 'intents' | 'suggestions' | 'contact'>,
  messages: Messages,
): Outcome {
  const notUnderstood = state.notUnderstood + 1;
  const next = { ...state, clarifying: undefined, notUnderstood };
  const { pending } = state;
  const waits = Boolean(pending?.planId ?? pending?.questions.length);
  const reminding = (reply: Reply) =>
    withReminder(reply, state, deps, messages);
  if (notUnderstood >= PATIENCE && waits) {
    // What one is in the middle of is nearer than any other beginning.
    return {
      reply: reminding({ text: messages.stillNotUnderstood(deps.contact) }),
      state: next,
    };
  }
  if (notUnderstood >= PATIENCE) {
    return {
      reply: {
        text: messages.guidedStart(deps.contact),
        suggestions: messages.guidedChoices,
      },
      state: next,
    };
  }
  if (command?.command === 'clarify') {
    const candidates = (command.candidates ?? []).flatMap(
      name => deps.intents.find(name) ?? [],
    );
    const titles = candidates.map(({ title }) => sayAgain(title));
    return {
      reply: {
        ...reminding({ text: messages.didYouMean(titles) }),
        suggestions: titles.map(title => ({ text: title, label: title })),
      },
      state: {
        ...next,
        clarifying: { text, candidates: candidates.map(({ name }) => name) },
      },
    };
  }
  return {
    reply: reminding({
      text: command?.intent ? messages.notOffered : messages.outOfScope,
      suggestions: waits ? [] : deps.suggestions(context),
    }),
    state: next,
  };
}

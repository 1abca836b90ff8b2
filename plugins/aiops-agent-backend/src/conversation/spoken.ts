import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type { Outcome } from './dialogue';
import type { DialogueState } from './state';

/** Parameters that name what a wish is about, also where it wasn't said. */
const ABOUT = ['application', 'target', 'environment', 'request', 'name'];

/**
 * What is spoken of after a turn, which "and the api too" and "it" refer to:
 * the wish of the turn, or the one that waited and was changed or agreed to.
 * Courtesy and what wasn't understood change nothing.
 */
export function spokenOf(
  { commands }: Pick<Understanding, 'commands'>,
  { reply, state }: Outcome,
  before: DialogueState,
): DialogueState['spoken'] {
  const [first] = commands;
  const waits = {
    provide: state.pending ?? before.pending,
    correct: state.pending ?? before.pending,
    confirm: before.pending,
  }[String(first?.command)];
  const wish =
    first?.command === 'start' && first.intent
      ? { intent: first.intent, said: first.params ?? {} }
      : waits && {
          intent: waits.intent,
          said: { ...waits.said, ...first?.params },
        };
  if (!wish) {
    return before.spoken;
  }
  const known = first?.command === 'confirm' ? waits?.params : reply.params;
  // What was shown or agreed to, or the only one of a list, is "that request".
  const [item, ...others] = reply.items ?? [];
  const isNews = ['start', 'confirm'].includes(String(first?.command));
  const shown = isNews
    ? reply.change?.id ?? (others.length === 0 ? item?.changeId : undefined)
    : undefined;
  const implied = Object.entries(known ?? {}).filter(
    ([name, value]) => ABOUT.includes(name) && value !== undefined,
  );
  // To look at a request is still to speak of what it is about.
  const isSame = shown !== undefined && shown === before.spoken?.params.request;
  const earlier = isSame
    ? Object.entries(before.spoken?.params ?? {}).filter(([name]) =>
        ABOUT.includes(name),
      )
    : [];
  return {
    intent: wish.intent,
    params: {
      ...Object.fromEntries(earlier),
      ...(shown && { request: shown }),
      ...Object.fromEntries(implied),
      ...wish.said,
    },
  };
}

import { currentLanguage, sayAgain } from '../../words';
import type { Messages } from '../messages';
import type { DialogueDeps } from '../ports';
import type { DialogueState } from '../state';
import type { Reply } from './types';
import { ask } from './wishes';

/**
 * A reply to something else, with what waits meanwhile below it: the plan by
 * its name, or what was asked, once more (unless in another language) and with
 * its choices.
 */
export function withReminder(
  reply: Reply,
  { pending }: Pick<DialogueState, 'pending'>,
  deps: Pick<DialogueDeps, 'intents'>,
  messages: Messages,
): Reply {
  const below = (text: string) => `${reply.text}\n\n${text}`;
  if (pending?.planId) {
    const title =
      pending.planTitle ??
      sayAgain(deps.intents.find(pending.intent)?.title ?? pending.intent);
    return { ...reply, text: below(messages.stillWaiting(title)) };
  }
  if (pending?.questions.length) {
    const { text, suggestions } = ask(pending.questions);
    const known = pending.language === currentLanguage();
    return {
      ...reply,
      text: below(
        [messages.stillAsking, ...(known ? [text] : [])].join('\n\n'),
      ),
      suggestions,
    };
  }
  return reply;
}

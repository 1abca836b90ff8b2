import type {
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { askForTarget } from './asking';
import { findTarget, impliedTarget, nameOf } from './targets';

/**
 * The target of a question that may also be about everything: the one that was
 * said, else the page's, else none; asked for where what was said is unknown.
 *
 * @param text - `Which one do you mean?`
 */
export function settleTarget(
  said: string | undefined,
  text: string,
  context: IntentContext,
): { target?: string; missing: Question[] } {
  const implied = context.entity && impliedTarget(context);
  const target = said ? findTarget(said, context) : implied;
  if (target || !said) {
    return { target: target && nameOf(target), missing: [] };
  }
  const question = askForTarget({ parameter: 'target', text, said, context });
  return { missing: [question] };
}

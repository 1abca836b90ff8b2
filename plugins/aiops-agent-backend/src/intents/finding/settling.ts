import type {
  Deployed,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { askForTarget } from './asking';
import { findTarget, impliedTarget, nameOf, type TargetKind } from './targets';

/** A target by its name, or the question which one is meant. */
interface SettledTarget {
  target?: string;
  missing: Question[];
}

/**
 * The target that has to be known: the one that was said, else one that is
 * implied; asked for where it isn't clear.
 *
 * @param text - `Which one do you mean?`
 * @param implied - What may be meant without being said.
 */
export function settleTarget(
  said: string | undefined,
  text: string,
  context: IntentContext,
  implied?: TargetKind[],
): SettledTarget {
  const target = said
    ? findTarget(said, context)
    : impliedTarget(context, implied);
  if (target) {
    return { target: nameOf(target), missing: [] };
  }
  const question = askForTarget({ parameter: 'target', text, said, context });
  return { missing: [question] };
}

/**
 * The target of a question that may also be about everything: the one that was
 * said, else the page's, else none; asked for where what was said is unknown.
 *
 * @param text - `Which one do you mean?`
 */
export function settleTargetOrAll(
  said: string | undefined,
  text: string,
  context: IntentContext,
): SettledTarget {
  if (said) {
    return settleTarget(said, text, context);
  }
  const implied = context.entity && impliedTarget(context);
  return { target: implied && nameOf(implied), missing: [] };
}

/** The parameters of what is done to a chosen thing, or the question which. */
export function settleThing(
  choice: { thing: Deployed } | { question: Question },
): { params: { application?: string }; missing: Question[] } {
  return 'thing' in choice
    ? { params: { application: choice.thing.name }, missing: [] }
    : { params: {}, missing: [choice.question] };
}

import type {
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { nearest } from '../naming';
import { mine, nameOf, targetsOf, type TargetKind } from './targets';
import { say } from '../../words';

/**
 * Asks which target is meant. What the person may not see is never named: an
 * unknown name and an invisible one get the same words.
 * Where there is nothing to choose from, there are no choices.
 */
export function askForTarget(options: {
  parameter: string;
  /** `Which one do you mean?` */
  text: string;
  said?: string;
  kinds?: TargetKind[];
  context: IntentContext;
}): Question {
  const { parameter, text, said, kinds, context } = options;
  const all = targetsOf(context, kinds);
  const near = said ? nearest(said, all.map(nameOf)) : [];
  const own = mine(all, context);
  const offered = (
    near.length > 0 ? near : (own.length > 0 ? own : all).map(nameOf)
  ).slice(0, 6);
  const unknown = said ? say`I don't know anything called "${said}". ` : '';
  if (offered.length === 0) {
    return {
      parameter,
      text: say`${unknown}There is nothing of that kind that I can show you yet.`,
      choices: [],
    };
  }
  const hint = near.length > 0 ? say`Did you mean one of these?` : text;
  return {
    parameter,
    text: `${unknown}${hint}`,
    choices: offered.map(name => ({ value: name, label: name })),
  };
}

import type {
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { sayAgain } from '../../words';
import {
  askForTarget,
  findTarget,
  impliedTarget,
  nameOf,
  type TargetKind,
} from '../finding';

/** Something that must be known, and how it is asked for. */
export interface Need {
  parameter: string;
  /** `Which application do you mean?` */
  text: string;
  /** Set where it names something that exists, which may be of these kinds. */
  kinds?: TargetKind[];
  /** What one may choose from, where it is a choice. */
  choices?: string[];
}

/** The parameters with names that are known filled in, and what is missing. */
export function fillIn(
  params: Record<string, unknown>,
  needs: Need[],
  context: IntentContext,
): { params: Record<string, unknown>; missing: Question[] } {
  const filled = { ...params };
  const missing: Question[] = [];
  for (const { parameter, text, kinds, choices } of needs) {
    const said = params[parameter];
    if (kinds) {
      const target =
        typeof said === 'string'
          ? findTarget(said, context, kinds)
          : impliedTarget(context, kinds);
      if (target) {
        filled[parameter] = nameOf(target);
      } else {
        delete filled[parameter];
        missing.push(
          askForTarget({
            parameter,
            text: sayAgain(text),
            ...(typeof said === 'string' && { said }),
            kinds,
            context,
          }),
        );
      }
    } else if (said === undefined) {
      missing.push({
        parameter,
        text: sayAgain(text),
        ...(choices && {
          choices: choices.map(value => ({ value, label: value })),
        }),
      });
    }
  }
  return { params: filled, missing };
}

import { ConflictError } from '@backstage/errors';
import type {
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { freeName, isFree } from '../naming';
import { say } from '../../words';

/** The question that a taken name leads to; it proposes a free one. */
export function askForAnotherName(
  name: string,
  context: IntentContext,
): Question {
  const free = freeName(name, context);
  return {
    parameter: 'name',
    text: say`The name "${name}" is taken already, so nothing was made. What shall I call it? "${free}" is free.`,
    choices: [{ value: free, label: free }],
  };
}

/** @throws ConflictError when somebody took the name in the meantime. */
export function claimName(name: string, context: IntentContext): void {
  if (!isFree(name, context)) {
    throw new ConflictError(
      say`The name "${name}" has been taken in the meantime, so nothing was changed. Ask again with another name, such as "${freeName(
        name,
        context,
      )}".`,
    );
  }
}

import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { hasFailed } from './follow';
import { requestPath } from './outputs';
import { sentenceOnly } from './spoken';
import type { Words } from '../words';

/**
 * What is said of a request when its template stops following it.
 *
 * @param change - As it was seen last; undefined when it wasn't.
 * @param minutes - How long it was followed at most.
 * @throws Error with what went wrong, where the request did not get there.
 */
export function endingOf(
  id: string,
  change: Change | undefined,
  minutes: number,
  words: Words,
): string {
  const page = requestPath(id);
  if (!change) {
    throw sentenceOnly(new Error(words.unreached(id, minutes, page)));
  }
  const { state, stateText, failure } = change;
  if (hasFailed(change)) {
    throw sentenceOnly(
      new Error(
        failure
          ? `${failure.message} ${failure.advice}`
          : words.notDone(id, stateText, page),
      ),
    );
  }
  switch (state) {
    case 'live':
      return `${stateText}.`;
    case 'awaiting-approval':
      return `${stateText}. ${words.waits}`;
    default:
      return `${stateText}. ${words.goesOn(minutes, page)}`;
  }
}

import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { hasFailed } from './follow';
import { requestPath } from './outputs';
import { sentenceOnly } from './spoken';

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
): string {
  const page = requestPath(id);
  if (!change) {
    throw sentenceOnly(
      new Error(
        `The portal could not be asked about ${id} for ${minutes} minutes. What you agreed to goes on: see ${page}.`,
      ),
    );
  }
  const { state, stateText, failure } = change;
  if (hasFailed(change)) {
    throw sentenceOnly(
      new Error(
        failure
          ? `${failure.message} ${failure.advice}`
          : `${id} was not carried out: ${stateText}. Its page says more: ${page}.`,
      ),
    );
  }
  switch (state) {
    case 'live':
      return `${stateText}.`;
    case 'awaiting-approval':
      return `${stateText}. You will hear of it; there is nothing more to do here.`;
    default:
      return `${stateText}. It takes longer than ${minutes} minutes and goes on without this page: see ${page}.`;
  }
}

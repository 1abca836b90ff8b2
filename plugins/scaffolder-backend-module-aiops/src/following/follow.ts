import type {
  AiopsAgentApi,
  Change,
} from '@aiops-portal/plugin-aiops-agent-common';
import { ResponseError } from '@backstage/errors';
import type { Patience } from './patience';

/** Between two tries to reach the portal. Milliseconds. */
const PAUSE_MS = 2_000;

const FAILED = ['failed', 'rolled-back', 'rejected', 'cancelled', 'expired'];

/** True when the request ended and what was wanted is not there. */
export function hasFailed({ state }: Change): boolean {
  return FAILED.includes(state);
}

/** True when there is nothing to wait for, or only for a person. */
function isSettled(change: Change): boolean {
  return (
    change.state === 'live' ||
    change.state === 'awaiting-approval' ||
    hasFailed(change)
  );
}

/**
 * True for an error that another try may not meet; a `TypeError` is how fetch
 * says that it was not answered.
 */
function isPassing(error: unknown): boolean {
  return error instanceof ResponseError
    ? error.statusCode >= 500
    : ['TypeError', 'ServiceUnavailableError'].includes((error as Error).name);
}

/**
 * Follows a request until it is live, has failed or waits for a person, or
 * until the signal ends. Connections that break are made again.
 *
 * @returns The request as it was seen last; undefined when it wasn't.
 * @throws What the portal refuses for good, such as a NotFoundError.
 */
export async function followChange(
  id: string,
  options: {
    agent: Pick<AiopsAgentApi, 'followChange'>;
    /** A fresh token of the person for each connection. */
    token: () => Promise<string>;
    signal: AbortSignal;
    onChange: (change: Change) => void;
    pause: Patience['pause'];
  },
): Promise<Change | undefined> {
  const { agent, token, signal, onChange, pause } = options;
  let latest: Change | undefined;
  while (!signal.aborted) {
    try {
      const steps = agent.followChange(id, { token: await token(), signal });
      for await (const change of steps) {
        latest = change;
        onChange(change);
        if (isSettled(change)) {
          return change;
        }
      }
    } catch (error) {
      if (!signal.aborted && !isPassing(error)) {
        throw error;
      }
    }
    if (!signal.aborted) {
      await pause(PAUSE_MS, signal);
    }
  }
  return latest;
}

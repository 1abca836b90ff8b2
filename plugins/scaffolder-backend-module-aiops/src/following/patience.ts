import { setTimeout as sleep } from 'node:timers/promises';

/** The passing of time, so that tests need none. */
export interface Patience {
  /** Ends after so many milliseconds. */
  timeout(ms: number): AbortSignal;
  /** Resolves after so many milliseconds, or when the signal ends. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** Waits as long as it says. */
export const realPatience: Patience = {
  timeout: ms => AbortSignal.timeout(ms),
  pause: (ms, signal) =>
    sleep(ms, undefined, { signal }).catch(error => {
      if (!signal.aborted) {
        throw error;
      }
    }),
};

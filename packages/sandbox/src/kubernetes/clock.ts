import type { SandboxClock } from './types';

/** Time as the machine has it. Timers don't keep the process alive. */
export function realClock(): SandboxClock {
  return {
    now: () => new Date(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends SandboxClock {
  /** Moves time forward by so many milliseconds and runs, in order, what falls due, including what that starts. */
  advance(ms: number): void;
}

/** A clock for tests; begins at `start`. */
export function manualClock(
  start = new Date('2026-01-05T09:00:00Z'),
): ManualClock {
  let now = start.getTime();
  let sequence = 0;
  const timers = new Map<number, { due: number; run: () => void }>();

  const next = (until: number) => {
    let first: { id: number; due: number; run: () => void } | undefined;
    for (const [id, timer] of timers) {
      if (timer.due <= until && (!first || timer.due < first.due)) {
        first = { id, ...timer };
      }
    }
    return first;
  };

  return {
    now: () => new Date(now),
    after(ms, run) {
      const id = sequence++;
      timers.set(id, { due: now + Math.max(0, ms), run });
      return () => {
        timers.delete(id);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (let timer = next(end); timer; timer = next(end)) {
        timers.delete(timer.id);
        now = Math.max(now, timer.due);
        timer.run();
      }
      now = end;
    },
  };
}

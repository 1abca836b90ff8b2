/** Time as a port: the real one, or one that tests move by hand. */
export interface Clock {
  now(): Date;
  /** Runs once after so many milliseconds; returns how to cancel. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

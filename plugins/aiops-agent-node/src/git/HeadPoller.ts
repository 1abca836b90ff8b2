import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GitRepositoryService } from './types';

/** Runs a task once after so many milliseconds; returns how to cancel it. */
export type RunLater = (milliseconds: number, task: () => void) => () => void;

/** The timers of the process, which they don't keep alive. */
export const runLater: RunLater = (milliseconds, task) => {
  const timer = setTimeout(task, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Looks for the commits of others every so often, until it is stopped. */
export class HeadPoller {
  private cancel?: () => void;
  private stopped = false;
  private reachable = true;

  constructor(
    private readonly repository: Pick<GitRepositoryService, 'refresh'>,
    private readonly seconds: number,
    private readonly logger: LoggerService,
    private readonly later: RunLater = runLater,
  ) {}

  /** Begins to look; the first time at once. */
  start(): void {
    this.look();
  }

  /** Stops; a fetch that is under way ends by itself. */
  stop(): void {
    this.stopped = true;
    this.cancel?.();
  }

  private look(): void {
    this.repository.refresh().then(
      () => this.next(true, 'The GitOps repository answers again'),
      error => this.next(false, `${error}`),
    );
  }

  private next(reachable: boolean, message: string): void {
    // Said when it changes, not every few seconds.
    if (reachable !== this.reachable) {
      this.reachable = reachable;
      this.logger[reachable ? 'info' : 'warn'](message);
    }
    if (!this.stopped) {
      this.cancel = this.later(this.seconds * 1000, () => this.look());
    }
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../cluster/clock';
import { mainName } from '../gitops';
import { sentenceOf, type ChangeRecord } from './model';
import {
  STATE_HANDLERS,
  effectiveDeadline,
  type Outcome,
  type StateContext,
} from './states';
import { LANGUAGES, say, speaking } from '../words';

/** How the worker paces itself, in milliseconds. */
export interface WorkerPace {
  /** Looks at everything even when nothing has happened. Default: 5000. */
  tick: number;
  /** After which another worker takes over. Default: 30000. */
  lease: number;
}

const DEFAULT_PACE: WorkerPace = { tick: 5_000, lease: 30_000 };

/** Unexpected errors in a row after which a request is given up, one a tick. */
const MAX_ATTEMPTS = 60;

/**
 * Moves change requests on. Any number of workers may run on one database: a
 * lease keeps a request to one of them, and lapses when that one dies.
 */
export class ChangeWorker {
  private readonly owner = randomUUID();
  private readonly pace: WorkerPace;
  /** Requests that are being worked on, and the work. */
  private readonly busy = new Map<string, Promise<void>>();
  /** Those among them that something has happened to meanwhile. */
  private readonly missed = new Set<string>();
  private cancelTick?: () => void;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;

  constructor(
    private readonly options: {
      context: StateContext;
      clock: Clock;
      logger: LoggerService;
      pace?: Partial<WorkerPace>;
    },
  ) {
    this.pace = { ...DEFAULT_PACE, ...options.pace };
  }

  /** Begins to work, with what an earlier worker left behind first. */
  start(): void {
    this.stopped = false;
    this.wake();
  }

  /** Takes up nothing new, and resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelTick?.();
    await this.settled();
  }

  /** Something has happened that may move a request on. */
  wake(): void {
    if (this.stopped) {
      return;
    }
    this.again = true;
    this.running ??= this.run();
  }

  /** Resolves when there is nothing to do until something happens. */
  async settled(): Promise<void> {
    while (this.running || this.busy.size > 0) {
      await Promise.all([this.running, ...this.busy.values()]);
    }
  }

  /** Takes up what nobody works on. A slow request holds up no other. */
  private async run(): Promise<void> {
    this.cancelTick?.();
    while (this.again && !this.stopped) {
      this.again = false;
      for (const id of this.busy.keys()) {
        this.missed.add(id);
      }
      try {
        const ids = await this.options.context.store.workable(
          this.options.clock.now(),
        );
        for (const id of ids.filter(each => !this.busy.has(each))) {
          this.busy.set(id, this.work(id));
        }
      } catch (error) {
        this.options.logger.error(
          'Change requests could not be read; trying again.',
          error instanceof Error ? error : new Error(String(error)),
        );
      }
    }
    this.running = undefined;
    if (!this.stopped) {
      this.cancelTick = this.options.clock.after(this.pace.tick, () =>
        this.wake(),
      );
    }
  }

  /** One step, whose sentences are in the language of the plan. */
  private spoken(change: ChangeRecord): Promise<boolean> {
    return speaking(change.record.language ?? LANGUAGES[0], () =>
      this.advance(change),
    );
  }

  /** Moves one request as far as it goes now. */
  private async work(id: string): Promise<void> {
    const { store } = this.options.context;
    try {
      if (!(await this.lease(id))) {
        return;
      }
      const stopHeart = this.beat(id);
      try {
        while (!this.stopped && (await this.spoken(await store.get(id)))) {
          // As long as it moves.
        }
      } finally {
        stopHeart();
        await store.release(id, this.owner);
      }
    } catch (error) {
      // Somebody else moved it: the next look sees how it is now.
      if (!isNamed(error, 'ConflictError')) {
        this.options.logger.warn(`${id} could not be moved on: ${error}`);
      }
    } finally {
      this.busy.delete(id);
      if (this.missed.delete(id)) {
        this.wake();
      }
    }
  }

  /** True when the request has moved to another state. */
  private async advance(change: ChangeRecord): Promise<boolean> {
    const { context } = this.options;
    const handler = STATE_HANDLERS[change.state];
    if (!handler) {
      return false;
    }
    const outcome = await handler(change, context).catch(error =>
      this.afterError(change, error),
    );
    // Handlers may have noted something on the way.
    const current = await context.store.get(change.id);
    if (current.state !== change.state) {
      return true;
    }
    if ('transition' in outcome) {
      await context.steps.move(current, outcome.transition, outcome);
      return true;
    }
    if ('outage' in outcome) {
      return this.standStill(current, outcome.outage);
    }
    const resumed = current.waitingSince
      ? {
          deadline: effectiveDeadline(current, context.now()),
          waitingSince: undefined,
          detail: undefined,
        }
      : undefined;
    if (outcome.patch || resumed) {
      await context.steps.note(current, { ...resumed, ...outcome.patch });
    }
    return false;
  }

  private async afterError(
    change: ChangeRecord,
    error: unknown,
  ): Promise<Outcome> {
    this.options.logger.warn(`${change.id} (${change.state}): ${error}`);
    if (isNamed(error, 'ServiceUnavailableError')) {
      return {
        outage: say`${whatIsGone(error)} I go on by myself as soon as I can.`,
      };
    }
    const since =
      this.options.clock.now().getTime() - Date.parse(change.updatedAt);
    if (since < this.pace.tick) {
      return { wait: true };
    }
    if (change.attempts + 1 < MAX_ATTEMPTS) {
      return { wait: true, patch: { attempts: change.attempts + 1 } };
    }
    return {
      transition: 'fail',
      patch: {
        failure: {
          message: say`Something went wrong on our side, and ${
            change.writing
              ? say`what was written down could not be followed to its end`
              : say`nothing was written`
          }.`,
          advice: say`Ask the platform team; this request tells them what failed.`,
          details: String(error),
        },
      },
    };
  }

  private async standStill(
    change: ChangeRecord,
    detail: string,
  ): Promise<boolean> {
    const { context } = this.options;
    const now = context.now();
    if (!change.waitingSince) {
      await context.steps.note(change, {
        detail,
        waitingSince: now.toISOString(),
      });
      return false;
    }
    const minutes = (now.getTime() - Date.parse(change.waitingSince)) / 60_000;
    if (minutes > context.limits.outageMinutes && mayGiveUp(change)) {
      await context.steps.move(change, 'fail', {
        patch: { failure: givenUp(change, detail) },
      });
      return false;
    }
    if (change.detail !== detail) {
      await context.steps.note(change, { detail });
    }
    return false;
  }

  private lease(id: string): Promise<boolean> {
    const now = this.options.clock.now();
    return this.options.context.store.lease(
      id,
      this.owner,
      now,
      new Date(now.getTime() + this.pace.lease),
    );
  }

  /** Prolongs the lease while the work goes on; returns how to stop. */
  private beat(id: string): () => void {
    let cancel: () => void;
    const next = () => {
      cancel = this.options.clock.after(this.pace.lease / 3, () => {
        this.lease(id).catch(error =>
          this.options.logger.warn(`Lease of ${id}: ${error}`),
        );
        next();
      });
    };
    next();
    return () => cancel();
  }
}

/** While a push may be under way, only the history knows how it ended. */
function mayGiveUp(change: ChangeRecord): boolean {
  return change.state !== 'committing' || !change.writing;
}

/** Advice to try again is for people: a request does so by itself. */
function whatIsGone(error: Error): string {
  return sentenceOf(error).replace(/[;.] try again[^.]*\./i, '.');
}

function givenUp(change: ChangeRecord, detail: string) {
  const name = mainName(change.record.draft.targets);
  return {
    message: change.commit
      ? say`${name} is written down, but it did not get any further for too long. Nothing else was changed.`
      : say`What ${name} needs was out of reach for too long, so I gave up. Nothing was written and nothing has changed.`,
    advice: change.commit
      ? say`Ask the platform team, or undo it.`
      : say`Ask for it again later.`,
    details: detail,
  };
}

function isNamed(error: unknown, name: string): error is Error {
  return error instanceof Error && error.name === name;
}

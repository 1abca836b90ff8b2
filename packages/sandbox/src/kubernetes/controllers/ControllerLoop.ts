import { StatusError } from '../resources/status';
import type { ObjectStore } from '../store/ObjectStore';
import type { SandboxClock } from '../types';
import type { Controller } from './types';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 30_000;
/** How long it works before it lets requests through. */
const SLICE_MS = 8;

/** Calls controllers after changes, one key at a time, and again after failures. */
export class ControllerLoop {
  private readonly queue = new Map<string, [Controller, string]>();
  private readonly timers = new Map<string, () => void>();
  private readonly failures = new Map<string, number>();
  private cancelDrain?: () => void;
  private unsubscribe?: () => void;

  constructor(
    private readonly controllers: Controller[],
    private readonly store: ObjectStore,
    private readonly clock: SandboxClock,
    private readonly onError: (message: string, error: Error) => void,
  ) {}

  /** Looks at everything once, then at what changes. */
  start(): void {
    this.unsubscribe = this.store.subscribe(change => {
      for (const controller of this.controllers) {
        for (const key of controller.concerns(change)) {
          this.enqueue(controller, key);
        }
      }
    });
    for (const object of this.store.all()) {
      const kind = `${object.apiVersion}/${object.kind}`;
      for (const controller of this.controllers) {
        for (const key of controller.concerns({
          type: 'ADDED',
          kind,
          object,
        })) {
          this.enqueue(controller, key);
        }
      }
    }
  }

  /** Stops; what was waiting is forgotten and found again by `start`. */
  stop(): void {
    this.unsubscribe?.();
    this.cancelDrain?.();
    this.cancelDrain = undefined;
    this.timers.forEach(cancel => cancel());
    this.timers.clear();
    this.queue.clear();
  }

  private enqueue(controller: Controller, key: string): void {
    this.queue.set(`${controller.name} ${key}`, [controller, key]);
    this.cancelDrain ??= this.clock.after(0, () => this.drain());
  }

  private drain(): void {
    this.cancelDrain = undefined;
    const started = performance.now();
    for (const [id, [controller, key]] of this.queue) {
      this.queue.delete(id);
      this.reconcile(id, controller, key);
      if (performance.now() - started > SLICE_MS) {
        break;
      }
    }
    if (this.queue.size) {
      this.cancelDrain ??= this.clock.after(0, () => this.drain());
    }
  }

  private reconcile(id: string, controller: Controller, key: string): void {
    this.timers.get(id)?.();
    this.timers.delete(id);
    try {
      const again = controller.reconcile(key);
      this.failures.delete(id);
      if (again !== undefined) {
        this.later(id, controller, key, again);
      }
    } catch (error) {
      const failed = (this.failures.get(id) ?? 0) + 1;
      this.failures.set(id, failed);
      this.later(
        id,
        controller,
        key,
        Math.min(FIRST_RETRY_MS * 2 ** (failed - 1), LAST_RETRY_MS),
      );
      // Refusals are part of a cluster's life; the controllers have told of them in events.
      if (!(error instanceof StatusError)) {
        this.onError(
          `The sandbox's ${controller.name} controller failed on ${key}`,
          error as Error,
        );
      }
    }
  }

  private later(id: string, controller: Controller, key: string, ms: number) {
    this.timers.set(
      id,
      this.clock.after(ms, () => {
        this.timers.delete(id);
        this.enqueue(controller, key);
      }),
    );
  }
}

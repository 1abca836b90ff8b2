import type { Loaded } from './useLoad';

// Health and usage change without a signal. Milliseconds.
const REFRESH_INTERVAL = 30_000;

type State<T> = Omit<Loaded<T>, 'reload'>;

/**
 * Something that several components show and that is fetched once for them,
 * from when the first of them comes until the last has gone. What was known
 * then is shown at once to those who come later, and fetched anew.
 */
export class SharedLoad<T> {
  private current: State<T> = { loading: true };
  private readonly listeners = new Set<() => void>();
  private controller?: AbortController;
  private timer?: ReturnType<typeof setInterval>;
  private due = false;

  constructor(private readonly load: (signal: AbortSignal) => Promise<T>) {}

  readonly state = (): State<T> => this.current;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.begin();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.end();
      }
    };
  };

  /** Fetches it again, once for all who ask for that at the same time. */
  readonly reload = () => {
    if (!this.due) {
      this.due = true;
      queueMicrotask(() => {
        this.due = false;
        if (this.listeners.size > 0) {
          this.fetch();
        }
      });
    }
  };

  private begin() {
    this.fetch();
    document.addEventListener('visibilitychange', this.reloadIfSeen);
    this.timer = setInterval(this.reloadIfSeen, REFRESH_INTERVAL);
  }

  private end() {
    this.controller?.abort();
    document.removeEventListener('visibilitychange', this.reloadIfSeen);
    clearInterval(this.timer);
  }

  private readonly reloadIfSeen = () => {
    if (document.visibilityState === 'visible') {
      this.reload();
    }
  };

  private async fetch() {
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    this.set({ ...this.current, loading: true });
    try {
      const value = await this.load(controller.signal);
      if (!controller.signal.aborted) {
        this.set({ value, loading: false });
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        this.set({
          ...this.current,
          error: error as Error,
          loading: false,
        });
      }
    }
  }

  private set(next: State<T>) {
    this.current = next;
    this.listeners.forEach(listener => listener());
  }
}

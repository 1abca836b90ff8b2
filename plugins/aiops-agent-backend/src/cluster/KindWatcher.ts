import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from './clock';
import { KubeStatusError, type KubeApi, type WatchEvent } from './KubeApi';
import type { WatchedKind } from './kinds';
import { ObjectCache } from './ObjectCache';
import type { KubeObject } from './objects';

const PAGE = '500';
/** The server ends a watch after so long, and it is taken up again. */
const WATCH_SECONDS = 240;
/** A connection that is silently dead is given up after this. */
const SILENCE_MS = (WATCH_SECONDS + 30) * 1000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
/** A watch may be down for this long before the cluster counts as gone. */
const GRACE_MS = 5_000;
/** How often to look whether an add-on has been installed. */
const ABSENT_MS = 60_000;

/**
 * Keeps one kind in memory: lists it, then watches from there, and takes the
 * watch up again where it ended. When the server has forgotten that point, it
 * lists again.
 */
export class KindWatcher {
  readonly cache: ObjectCache;
  private readonly stopping = new AbortController();
  private resourceVersion?: string;
  private delay = 0;
  /** Since when there has been no connection; undefined while there is one. */
  private downSince?: number;
  private listed = false;
  private absent = false;
  private cancelWait?: () => void;

  constructor(
    private readonly kind: WatchedKind,
    private readonly options: {
      api: KubeApi;
      clock: Clock;
      logger: LoggerService;
      /** With the object, where it is one that came or changed. */
      onChange: (object?: KubeObject) => void;
      /** Between 0 and 1. */
      random: () => number;
    },
  ) {
    this.cache = new ObjectCache(kind);
  }

  /** True when the cache is as new as the cluster, give or take seconds. */
  ready(): boolean {
    const { clock } = this.options;
    return (
      this.absent ||
      (this.listed &&
        (this.downSince === undefined ||
          clock.now().getTime() - this.downSince < GRACE_MS))
    );
  }

  /** True when the cluster has this kind and lets us see it. */
  served(): boolean {
    return this.listed && !this.absent;
  }

  /** Works until it is stopped. */
  async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.listAndWatch();
        // Ended by the server, as it does from time to time.
        this.delay = FIRST_DELAY_MS;
      } catch (error) {
        if (!signal.aborted) {
          this.afterError(error);
        }
      }
      await this.pause();
    }
  }

  stop(): void {
    this.stopping.abort();
    this.cancelWait?.();
  }

  private async listAndWatch(): Promise<void> {
    const { api, onChange } = this.options;
    if (this.resourceVersion === undefined) {
      await this.list();
      onChange();
    }
    const silence = new AbortController();
    let cancelSilence = this.giveUpLater(silence);
    try {
      await api.watch(
        this.kind.path,
        {
          resourceVersion: this.resourceVersion!,
          allowWatchBookmarks: 'true',
          timeoutSeconds: String(WATCH_SECONDS),
        },
        {
          onOpen: () => {
            this.up();
          },
          onEvent: event => {
            cancelSilence();
            cancelSilence = this.giveUpLater(silence);
            this.take(event);
          },
        },
        AbortSignal.any([silence.signal, this.stopping.signal]),
      );
    } finally {
      cancelSilence();
      silence.abort();
    }
  }

  private async list(): Promise<void> {
    const { api } = this.options;
    const objects: KubeObject[] = [];
    let next: string | undefined;
    let version: string | undefined;
    do {
      const page = await api.list(
        this.kind.path,
        { limit: PAGE, ...(next ? { continue: next } : {}) },
        this.stopping.signal,
      );
      objects.push(...page.items);
      next = page.metadata.continue || undefined;
      version = page.metadata.resourceVersion;
    } while (next);
    this.cache.replace(objects);
    this.resourceVersion = version ?? '';
    this.absent = false;
    this.listed = true;
    this.up();
  }

  private take(event: WatchEvent): void {
    const { object } = event;
    if (event.type === 'ERROR') {
      throw new KubeStatusError(object.code ?? 500, object.message ?? 'watch');
    }
    this.resourceVersion = object.metadata.resourceVersion;
    if (event.type === 'BOOKMARK') {
      return;
    }
    if (event.type === 'DELETED') {
      this.cache.delete(object);
    } else {
      this.cache.set(object);
    }
    this.options.onChange(object);
  }

  private up(): void {
    this.delay = 0;
    if (this.downSince !== undefined) {
      this.downSince = undefined;
      this.options.onChange();
    }
  }

  private afterError(error: unknown): void {
    const { clock, logger, onChange } = this.options;
    const code = error instanceof KubeStatusError ? error.code : undefined;
    if (code === 410) {
      this.resourceVersion = undefined;
      this.delay = FIRST_DELAY_MS;
      return;
    }
    // Rights are looked at first: where the account has none for an add-on, it
    // can't know whether there is one.
    if ((code === 404 || code === 403) && this.kind.optional) {
      if (code === 403 && !this.absent) {
        logger.warn(`${this.kind.kind} can't be watched: ${error}`);
      }
      this.absent = true;
      this.resourceVersion = undefined;
      this.cache.replace([]);
      this.delay = ABSENT_MS;
      onChange();
      return;
    }
    if (this.downSince === undefined) {
      this.downSince = clock.now().getTime();
      logger.warn(`Watching ${this.kind.kind} was interrupted: ${error}`);
      clock.after(GRACE_MS, () => onChange());
    }
    this.delay = Math.min(
      Math.max(FIRST_DELAY_MS, this.delay * 2),
      LONGEST_DELAY_MS,
    );
  }

  /** Not all at once when the cluster comes back. */
  private async pause(): Promise<void> {
    const { clock, random } = this.options;
    const delay = this.delay * (0.75 + random() / 2);
    if (delay > 0 && !this.stopping.signal.aborted) {
      await new Promise<void>(resolve => {
        const cancel = clock.after(delay, resolve);
        this.cancelWait = () => {
          cancel();
          resolve();
        };
      });
    }
  }

  private giveUpLater(silence: AbortController): () => void {
    return this.options.clock.after(SILENCE_MS, () => silence.abort());
  }
}

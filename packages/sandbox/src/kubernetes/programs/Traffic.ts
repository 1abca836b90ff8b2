import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';
import { appOf, isReady, isRunning } from './apps';
import type { Visitors } from './types';

const DAY_MS = 86_400_000;
/** People are busiest at three in the afternoon, UTC. */
const BUSIEST = 15 / 24;
/** How far the day goes above and below its average. */
const SWING = 0.25;
/** Copies come and go; what was before this many changes is forgotten. */
const MOST_MOMENTS = 200;

/** How many copies shared an app's visitors from a moment on. */
interface Moment {
  /** Milliseconds since the epoch. */
  since: number;
  copies: number;
  times: number;
}

interface App {
  perSecond: number;
  /** Whether each pod that runs is ready, by uid. */
  pods: Map<string, boolean>;
  /** How many times as many visitors as usual. */
  times: number;
  moments: Moment[];
}

/** Visitors, who follow the day, and the copies of an app that share them. */
export class Traffic {
  private readonly apps = new Map<string, App>();

  constructor(
    visitors: Visitors[],
    store: ObjectStore,
    private readonly now: () => Date,
  ) {
    for (const { app, perSecond } of visitors) {
      this.apps.set(app, {
        perSecond,
        pods: new Map(),
        times: 1,
        moments: [],
      });
    }
    store.subscribe(({ type, kind, object }) => {
      if (kind === 'v1/Pod') {
        this.observe(object, type === 'DELETED');
      }
    });
  }

  /** Requests that a copy gets in a second; undefined for apps without known visitors. */
  perCopy(pod: KubeObject, at: Date): number | undefined {
    const app = this.apps.get(appOf(pod) ?? '');
    if (!app) {
      return undefined;
    }
    const { copies, times } = momentAt(app, at.getTime());
    return (app.perSecond * times * rhythm(at)) / Math.max(1, copies);
  }

  /** Requests in a second, of all copies that run, ready or not; 0 for apps without known visitors. */
  perRunning(pod: KubeObject, at: Date): number {
    const app = this.apps.get(appOf(pod) ?? '');
    return app
      ? (app.perSecond * app.times * rhythm(at)) / Math.max(1, app.pods.size)
      : 0;
  }

  /** Lets an app have so many times its usual visitors, from now on. */
  multiply(name: string, times: number): void {
    const app = this.apps.get(name);
    if (app && app.times !== times) {
      app.times = times;
      this.note(app);
    }
  }

  private observe(pod: KubeObject, gone: boolean): void {
    const app = this.apps.get(appOf(pod) ?? '');
    const uid = pod.metadata.uid!;
    if (!app) {
      return;
    }
    if (gone || !isRunning(pod)) {
      app.pods.delete(uid);
    } else {
      app.pods.set(uid, isReady(pod));
    }
    this.note(app);
  }

  private note(app: App): void {
    const ready = [...app.pods.values()].filter(Boolean).length;
    // Where none is ready the visitors' requests pile up at all of them.
    const copies = ready || app.pods.size;
    const last = app.moments.at(-1);
    if (last?.copies !== copies || last.times !== app.times) {
      app.moments.push({
        since: this.now().getTime(),
        copies,
        times: app.times,
      });
      app.moments.splice(0, app.moments.length - MOST_MOMENTS);
    }
  }
}

function momentAt({ moments, times }: App, at: number): Moment {
  return (
    moments.findLast(({ since }) => since <= at) ??
    moments[0] ?? { since: 0, copies: 1, times }
  );
}

/** The share of a day's average at this time of day. */
function rhythm(at: Date): number {
  const day = (at.getTime() % DAY_MS) / DAY_MS;
  return 1 + SWING * Math.cos((day - BUSIEST) * 2 * Math.PI);
}

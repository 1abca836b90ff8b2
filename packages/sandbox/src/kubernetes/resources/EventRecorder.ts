import type { KubeObject, SandboxClock } from '../types';
import type { ObjectStore } from '../store/ObjectStore';
import { randomUUID } from 'node:crypto';
import { timestamp } from './time';

/** How long a cluster remembers what happened. */
const LIFETIME_MS = 3_600_000;
const SWEEP_MS = 60_000;
/** Of events that differ only in their message, so many stand by themselves. */
const MOST_SIMILAR = 10;

/** Writes core/v1 Events, counting repetitions, and forgets them after an hour. */
export class EventRecorder {
  private readonly known = new Map<string, [namespace: string, name: string]>();
  private readonly similar = new Map<string, Set<string>>();
  private cancel?: () => void;
  private sequence = 0;

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: SandboxClock,
  ) {}

  record(
    about: KubeObject,
    type: 'Normal' | 'Warning',
    reason: string,
    given: string,
    source: string,
  ): void {
    const namespace = about.metadata.namespace ?? 'default';
    const space = this.store.get('v1/Namespace', '', namespace);
    if (!space || space.metadata.deletionTimestamp) {
      return;
    }
    const subject = [about.metadata.uid, type, reason, source].join('|');
    const similar = this.similar.get(subject) ?? new Set<string>();
    this.similar.set(subject, similar.add(given));
    const message =
      similar.size > MOST_SIMILAR
        ? `(combined from similar events): ${given}`
        : given;
    const id = similar.size > MOST_SIMILAR ? subject : `${subject}|${given}`;
    const key = this.known.get(id);
    const before = key && this.store.get('v1/Event', ...key);
    const now = timestamp(this.clock.now());
    if (before) {
      this.store.put({
        ...before,
        message,
        count: before.count + 1,
        lastTimestamp: now,
      });
      return;
    }
    const nanoseconds =
      BigInt(this.clock.now().getTime()) * 1_000_000n + BigInt(this.sequence++);
    const stamp = nanoseconds.toString(16);
    const name = `${about.metadata.name}.${stamp}`;
    this.known.set(id, [namespace, name]);
    this.store.put({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name,
        namespace,
        uid: randomUUID(),
        creationTimestamp: now,
      },
      involvedObject: {
        apiVersion: about.apiVersion,
        kind: about.kind,
        name: about.metadata.name,
        ...(about.metadata.namespace && { namespace }),
        uid: about.metadata.uid,
        resourceVersion: about.metadata.resourceVersion,
      },
      reason,
      message,
      source: {
        component: source,
        ...(source === 'kubelet' && { host: about.spec?.nodeName }),
      },
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
      type,
      reportingComponent: source,
      reportingInstance: source === 'kubelet' ? about.spec?.nodeName ?? '' : '',
    });
  }

  /** Begins to forget what is old. */
  start(): void {
    this.cancel = this.clock.after(SWEEP_MS, () => {
      this.sweep();
      this.start();
    });
  }

  stop(): void {
    this.cancel?.();
  }

  private sweep(): void {
    const oldest = this.clock.now().getTime() - LIFETIME_MS;
    for (const event of this.store.list('v1/Event')) {
      const last =
        event.lastTimestamp ??
        event.eventTime ??
        event.metadata.creationTimestamp;
      if (Date.parse(last) < oldest) {
        this.store.remove(
          'v1/Event',
          event.metadata.namespace!,
          event.metadata.name,
        );
      }
    }
    this.similar.clear();
    for (const [id, key] of this.known) {
      if (!this.store.get('v1/Event', ...key)) {
        this.known.delete(id);
      }
    }
  }
}

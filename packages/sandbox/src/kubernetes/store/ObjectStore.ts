import { kindKey } from '../kinds/types';
import type { KubeObject, StoreEvent } from '../types';
import { freezeJson } from '../values/json';

/** A change as watches need it: what the object was before decides about selectors. */
export interface StoredChange extends StoreEvent {
  version: number;
  /** `apps/v1/Deployment` */
  kind: string;
  previous?: KubeObject;
}

/**
 * The objects, by kind, namespace and name, and the last changes. Objects in it
 * are frozen: a change replaces the whole object, and what stayed the same is shared.
 */
export class ObjectStore {
  private readonly kinds = new Map<
    string,
    Map<string, Map<string, KubeObject>>
  >();
  private readonly owned = new Map<string, Set<KubeObject>>();
  private readonly listeners = new Set<(change: StoredChange) => void>();
  private history: StoredChange[] = [];
  private readonly untold: StoredChange[] = [];
  private telling = false;
  private current = 0;

  /** Keeps at least `historySize` changes for watches that resume. */
  constructor(private readonly historySize = 2048) {}

  /** The resource version of the last change. */
  get version(): number {
    return this.current;
  }

  get(kind: string, namespace: string, name: string): KubeObject | undefined {
    return this.kinds.get(kind)?.get(namespace)?.get(name);
  }

  /** Objects of a kind, of one namespace when given, ordered by namespace and name. */
  list(kind: string, namespace?: string): KubeObject[] {
    const spaces = this.kinds.get(kind);
    if (!spaces) {
      return [];
    }
    if (namespace !== undefined) {
      return [...(spaces.get(namespace)?.values() ?? [])];
    }
    return [...spaces.values()].flatMap(objects => [...objects.values()]);
  }

  /** Kinds that have objects in a namespace. */
  kindsIn(namespace: string): string[] {
    return [...this.kinds]
      .filter(([, spaces]) => spaces.get(namespace)?.size)
      .map(([kind]) => kind);
  }

  /** Objects whose owner references name this uid. */
  ownedBy(uid: string): KubeObject[] {
    return [...(this.owned.get(uid) ?? [])];
  }

  /** Writes an object, new or not, gives it the next resource version and tells listeners. */
  put(object: KubeObject): KubeObject {
    const kind = kindKey(object.apiVersion, object.kind);
    const { namespace = '', name } = object.metadata;
    const previous = this.get(kind, namespace, name);
    const version = ++this.current;
    const stored = freezeJson({
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(version) },
    });
    this.place(kind, stored, previous);
    this.tell({
      type: previous ? 'MODIFIED' : 'ADDED',
      object: stored,
      previous,
      version,
      kind,
    });
    return stored;
  }

  /** Removes an object and tells listeners; what was not there is ignored. */
  remove(kind: string, namespace: string, name: string): void {
    const previous = this.get(kind, namespace, name);
    if (!previous) {
      return;
    }
    const version = ++this.current;
    this.kinds.get(kind)?.get(namespace)?.delete(name);
    this.indexOwners(previous, undefined);
    this.tell({
      type: 'DELETED',
      object: freezeJson({
        ...previous,
        metadata: { ...previous.metadata, resourceVersion: String(version) },
      }),
      previous,
      version,
      kind,
    });
  }

  /** Removes all objects of a kind. */
  removeAll(kind: string): void {
    for (const { metadata } of this.list(kind)) {
      this.remove(kind, metadata.namespace ?? '', metadata.name);
    }
  }

  /** Calls back after each change, in order; returns how to stop. */
  subscribe(listener: (change: StoredChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Changes after a version, or undefined when they are no longer known. */
  since(version: number): StoredChange[] | undefined {
    const oldest = this.history[0]?.version ?? this.current + 1;
    if (version + 1 < oldest && version < this.current) {
      return undefined;
    }
    return this.history.filter(change => change.version > version);
  }

  /** Lets watches begin here at the earliest, as those of a server that has just started do. */
  forgetChanges(): void {
    this.history = [];
  }

  /** Everything, for saving. */
  *all(): Generator<KubeObject> {
    for (const spaces of this.kinds.values()) {
      for (const objects of spaces.values()) {
        yield* objects.values();
      }
    }
  }

  /** Puts back what was saved, without telling anybody. Watches from before begin again. */
  restore(version: number, objects: Iterable<KubeObject>): void {
    this.current = version;
    for (const object of objects) {
      this.place(kindKey(object.apiVersion, object.kind), freezeJson(object));
    }
  }

  private place(kind: string, object: KubeObject, previous?: KubeObject): void {
    const { namespace = '', name } = object.metadata;
    let spaces = this.kinds.get(kind);
    if (!spaces) {
      this.kinds.set(kind, (spaces = new Map()));
    }
    let objects = spaces.get(namespace);
    if (!objects) {
      spaces.set(namespace, (objects = new Map()));
    }
    objects.set(name, object);
    this.indexOwners(previous, object);
  }

  private indexOwners(previous?: KubeObject, next?: KubeObject): void {
    for (const { uid } of previous?.metadata.ownerReferences ?? []) {
      const owned = this.owned.get(uid);
      owned?.delete(previous!);
      if (owned?.size === 0) {
        this.owned.delete(uid);
      }
    }
    for (const { uid } of next?.metadata.ownerReferences ?? []) {
      let owned = this.owned.get(uid);
      if (!owned) {
        this.owned.set(uid, (owned = new Set()));
      }
      owned.add(next!);
    }
  }

  private tell(change: StoredChange): void {
    this.history.push(change);
    if (this.history.length > this.historySize * 1.5) {
      this.history = this.history.slice(-this.historySize);
    }
    this.untold.push(change);
    if (this.telling) {
      return; // a listener wrote: everybody hears of the earlier change first
    }
    this.telling = true;
    try {
      for (let next = this.untold.shift(); next; next = this.untold.shift()) {
        for (const listener of [...this.listeners]) {
          listener(next);
        }
      }
    } finally {
      this.telling = false;
    }
  }
}

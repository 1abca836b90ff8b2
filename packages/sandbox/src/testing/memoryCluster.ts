import type {
  ClusterApi,
  KubeObject,
  ObjectRef,
  StoreEvent,
} from '../kubernetes/types';
import {
  copyJson,
  freezeJson,
  isObject,
  sameJson,
} from '../kubernetes/values/json';

/** A cluster without controllers: tests say themselves what becomes of things. */
export class MemoryCluster implements ClusterApi {
  /** Refuses an object, by throwing, before it is stored. */
  admit: (object: KubeObject) => void = () => {};
  readonly #objects = new Map<string, KubeObject>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  #version = 0;

  get(ref: ObjectRef): KubeObject | undefined {
    return this.#objects.get(key(ref));
  }

  list(
    apiVersion: string,
    kind: string,
    filter: { namespace?: string } = {},
  ): KubeObject[] {
    return [...this.#objects.values()].filter(
      object =>
        object.apiVersion === apiVersion &&
        object.kind === kind &&
        (!filter.namespace || object.metadata.namespace === filter.namespace),
    );
  }

  create(object: KubeObject): KubeObject {
    if (this.get(refTo(object))) {
      throw new Error(
        `${object.kind} "${object.metadata.name}" already exists`,
      );
    }
    this.admit(object);
    const { namespace } = object.metadata;
    if (
      namespace &&
      !this.get({ apiVersion: 'v1', kind: 'Namespace', name: namespace })
    ) {
      throw new Error(`namespaces "${namespace}" not found`);
    }
    const whole = copyJson(object);
    whole.metadata.uid = `uid-${this.#version}`;
    whole.metadata.generation = 1;
    return this.#store('ADDED', whole);
  }

  apply(object: KubeObject): KubeObject {
    const live = this.get(refTo(object));
    if (!live) {
      return this.create(object);
    }
    this.admit(object);
    const { status, operation } = live;
    return this.#change(live, {
      ...object,
      metadata: { ...live.metadata, ...object.metadata },
      ...(status && { status }),
      ...(operation && { operation }),
    });
  }

  patch(ref: ObjectRef, patch: object): KubeObject {
    const live = this.get(ref);
    if (!live) {
      throw new Error(`${ref.kind} "${ref.name}" not found`);
    }
    const changed = merge(live, patch) as KubeObject;
    if (
      changed.metadata.deletionTimestamp &&
      !changed.metadata.finalizers?.length
    ) {
      this.#objects.delete(key(ref));
      this.#tell({ type: 'DELETED', object: changed });
      return changed;
    }
    return this.#change(live, changed);
  }

  delete(ref: ObjectRef): void {
    const live = this.get(ref);
    if (!live) {
      throw new Error(`${ref.kind} "${ref.name}" not found`);
    }
    if (live.metadata.finalizers?.length) {
      this.patch(ref, {
        metadata: { deletionTimestamp: '2026-11-02T08:00:00Z' },
      });
      return;
    }
    this.#objects.delete(key(ref));
    this.#tell({ type: 'DELETED', object: live });
  }

  onEvent(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  record(): void {
    // Tests of those who use this cluster look at objects, not at events.
  }

  #change(live: KubeObject, changed: KubeObject): KubeObject {
    const whole = copyJson(changed);
    if (!sameJson(live.spec, whole.spec)) {
      whole.metadata.generation = (live.metadata.generation ?? 0) + 1;
    }
    return sameJson(live, whole) ? live : this.#store('MODIFIED', whole);
  }

  #store(type: 'ADDED' | 'MODIFIED', object: KubeObject): KubeObject {
    object.metadata.resourceVersion = String(++this.#version);
    this.#objects.set(key(refTo(object)), freezeJson(object));
    this.#tell({ type, object });
    return object;
  }

  #tell(event: StoreEvent): void {
    this.#listeners.forEach(listener => listener(event));
  }
}

function refTo({ apiVersion, kind, metadata }: KubeObject): ObjectRef {
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
}

function key({ apiVersion, kind, namespace = '', name }: ObjectRef): string {
  return `${apiVersion}/${kind}/${namespace}/${name}`;
}

function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[field];
    } else {
      merged[field] = merge(merged[field], value);
    }
  }
  return merged;
}

import type { EventObject, KubeObject } from './objects';
import type { WatchedKind } from './kinds';

/** Objects by something that several of them have in common. */
class Index {
  private readonly groups = new Map<string, Map<string, KubeObject>>();

  list(group: string): KubeObject[] {
    return [...(this.groups.get(group)?.values() ?? [])];
  }

  add(group: string, key: string, object: KubeObject): void {
    const members = this.groups.get(group);
    if (members) {
      members.set(key, object);
    } else {
      this.groups.set(group, new Map([[key, object]]));
    }
  }

  remove(group: string, key: string): void {
    const members = this.groups.get(group);
    members?.delete(key);
    if (members?.size === 0) {
      this.groups.delete(group);
    }
  }
}

/**
 * The objects of one kind, as far as they are known, found by name, by
 * namespace and by whom they belong to without looking through all of them.
 */
export class ObjectCache {
  private objects = new Map<string, KubeObject>();
  private namespaces = new Index();
  private relations = new Index();

  constructor(private readonly kind: WatchedKind) {}

  get(namespace: string | undefined, name: string): KubeObject | undefined {
    return this.objects.get(keyOf(namespace, name));
  }

  /** Of one namespace, or all. */
  list(namespace?: string): KubeObject[] {
    return namespace === undefined
      ? [...this.objects.values()]
      : this.namespaces.list(namespace);
  }

  /** Those that the object with this uid owns, and events about it. */
  related(uid: string): KubeObject[] {
    return this.relations.list(uid);
  }

  replace(objects: KubeObject[]): void {
    this.objects = new Map();
    this.namespaces = new Index();
    this.relations = new Index();
    objects.forEach(object => this.set(object));
  }

  set(object: KubeObject): void {
    const { namespace, name } = object.metadata;
    const key = keyOf(namespace, name);
    const trimmed = this.kind.trim(object);
    // Set anew, so that the order is that of the last change.
    this.remove(key);
    this.objects.set(key, trimmed);
    this.namespaces.add(namespace ?? '', key, trimmed);
    relativesOf(trimmed).forEach(uid => this.relations.add(uid, key, trimmed));
    if (this.kind.keep !== undefined && this.objects.size > this.kind.keep) {
      const oldest = this.objects.keys().next();
      if (!oldest.done) {
        this.remove(oldest.value);
      }
    }
  }

  delete(object: KubeObject): void {
    this.remove(keyOf(object.metadata.namespace, object.metadata.name));
  }

  private remove(key: string): void {
    const known = this.objects.get(key);
    if (known) {
      this.objects.delete(key);
      this.namespaces.remove(known.metadata.namespace ?? '', key);
      relativesOf(known).forEach(uid => this.relations.remove(uid, key));
    }
  }
}

function relativesOf(object: KubeObject): string[] {
  const about = (object as EventObject).involvedObject?.uid;
  const owners = object.metadata.ownerReferences?.map(({ uid }) => uid) ?? [];
  return about ? [...owners, about] : owners;
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

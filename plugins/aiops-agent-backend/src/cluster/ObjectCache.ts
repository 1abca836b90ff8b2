import type { KubeObject } from './objects';
import type { WatchedKind } from './kinds';

/** The objects of one kind, as far as they are known. */
export class ObjectCache {
  private objects = new Map<string, KubeObject>();

  constructor(private readonly kind: WatchedKind) {}

  get(namespace: string | undefined, name: string): KubeObject | undefined {
    return this.objects.get(keyOf(namespace, name));
  }

  /** Of one namespace, or all. */
  list(namespace?: string): KubeObject[] {
    const all = [...this.objects.values()];
    return namespace === undefined
      ? all
      : all.filter(object => object.metadata.namespace === namespace);
  }

  replace(objects: KubeObject[]): void {
    this.objects = new Map();
    objects.forEach(object => this.set(object));
  }

  set(object: KubeObject): void {
    const { namespace, name } = object.metadata;
    const key = keyOf(namespace, name);
    // Set anew, so that the order is that of the last change.
    this.objects.delete(key);
    this.objects.set(key, this.kind.trim(object));
    if (this.kind.keep !== undefined && this.objects.size > this.kind.keep) {
      const oldest = this.objects.keys().next();
      if (!oldest.done) {
        this.objects.delete(oldest.value);
      }
    }
  }

  delete(object: KubeObject): void {
    this.objects.delete(keyOf(object.metadata.namespace, object.metadata.name));
  }
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

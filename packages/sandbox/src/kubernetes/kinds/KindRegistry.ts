import type { KubeObject } from '../types';
import { definedKinds } from './customResources';
import { BUILT_IN_KINDS } from './table';
import { kindKey, type Kind } from './types';

/** The kinds that the API serves now: the built-in ones and those that are defined. */
export class KindRegistry {
  private readonly byKey = new Map<string, Kind>();
  private readonly byPath = new Map<string, Kind>();
  private readonly defined = new Map<string, Kind[]>();

  constructor() {
    BUILT_IN_KINDS.forEach(kind => this.add(kind));
  }

  /** The kind of an object, or undefined when nobody serves it. */
  find(apiVersion: string, kind: string): Kind | undefined {
    return this.byKey.get(kindKey(apiVersion, kind));
  }

  /** The kind behind a path such as `/apis/apps/v1/deployments`. */
  atPath(apiVersion: string, plural: string): Kind | undefined {
    return this.byPath.get(`${apiVersion}/${plural}`);
  }

  /** All kinds, in the order of discovery. */
  all(): Kind[] {
    return [...this.byKey.values()];
  }

  /** Takes a CustomResourceDefinition as it now stands. */
  define(definition: KubeObject): void {
    this.forget(definition.metadata.name);
    const kinds = definedKinds(definition);
    kinds.forEach(kind => this.add(kind));
    this.defined.set(definition.metadata.name, kinds);
  }

  /** Stops serving what a CustomResourceDefinition defined, and says what that was. */
  forget(name: string): Kind[] {
    const kinds = this.defined.get(name) ?? [];
    for (const kind of kinds) {
      this.byKey.delete(kindKey(kind.apiVersion, kind.kind));
      this.byPath.delete(`${kind.apiVersion}/${kind.plural}`);
    }
    this.defined.delete(name);
    return kinds;
  }

  private add(kind: Kind): void {
    this.byKey.set(kindKey(kind.apiVersion, kind.kind), kind);
    this.byPath.set(`${kind.apiVersion}/${kind.plural}`, kind);
  }
}

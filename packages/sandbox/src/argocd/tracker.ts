import { liveObject } from './live';
import type {
  ClusterApi,
  KubeObject,
  ObjectRef,
  StoreEvent,
} from '../kubernetes/types';
import { keyOf, refOf, trackedBy } from './names';
import type { ApplicationStatus } from './types';

/** Knows which live objects belong to which Application, from events and the Applications' own status. */
export class Tracker {
  readonly #cluster: ClusterApi;
  readonly #refs = new Map<string, Map<string, ObjectRef>>();

  constructor(cluster: ClusterApi) {
    this.#cluster = cluster;
  }

  /** Notes an event; returns the Application that it concerns. */
  observe({ type, object }: StoreEvent): string | undefined {
    const application = trackedBy(object);
    if (application) {
      const refs = this.#of(application);
      if (type === 'DELETED') {
        refs.delete(keyOf(refOf(object)));
      } else {
        refs.set(keyOf(refOf(object)), refOf(object));
      }
    }
    return application;
  }

  /** Takes up what an Application had before the sandbox was restarted. */
  restore(application: KubeObject): void {
    const { resources = [] } = (application.status ?? {}) as ApplicationStatus;
    for (const { group, version, kind, namespace, name } of resources) {
      const ref = {
        apiVersion: group ? `${group}/${version}` : version,
        kind,
        namespace,
        name,
      };
      this.#of(application.metadata.name).set(keyOf(ref), ref);
    }
  }

  /** The live objects of an Application. */
  live(application: string): KubeObject[] {
    return [...this.#of(application).values()].flatMap(ref => {
      const object = liveObject(this.#cluster, ref);
      return object && trackedBy(object) === application ? [object] : [];
    });
  }

  #of(application: string): Map<string, ObjectRef> {
    const refs = this.#refs.get(application) ?? new Map<string, ObjectRef>();
    this.#refs.set(application, refs);
    return refs;
  }
}

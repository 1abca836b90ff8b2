import type { Resources } from '../resources/Resources';
import type { ObjectStore, StoredChange } from '../store/ObjectStore';
import type { KubeObject, SandboxClock } from '../types';

/** What controllers work with. */
export interface ControllerContext {
  resources: Resources;
  store: ObjectStore;
  clock: SandboxClock;
  /** Records an Event about an object. */
  record(
    about: KubeObject,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    source: string,
  ): void;
}

/** Keeps a part of the cluster as it should be. */
export interface Controller {
  name: string;
  /** Names what has to be looked at after a change: usually `namespace/name`. */
  concerns(
    change: Pick<StoredChange, 'type' | 'kind' | 'object' | 'previous'>,
  ): string[];
  /** Looks at one thing and does what is needed. A number asks to be called again after so many milliseconds. */
  reconcile(key: string): number | void;
}

/** `namespace/name` of an object. */
export function keyOf(object: KubeObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

/** Namespace and name of a key. */
export function fromKey(key: string): [namespace: string, name: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}

/** The key of the controller that owns an object, when it is of this kind. */
export function ownerKey(object: KubeObject, kind: string): string[] {
  const owner = controllerOf(object);
  return owner?.kind === kind
    ? [`${object.metadata.namespace ?? ''}/${owner.name}`]
    : [];
}

/** The owner reference that is marked as controller. */
export function controllerOf(object: KubeObject) {
  return object.metadata.ownerReferences?.find(owner => owner.controller);
}

/** A reference to the controlling owner. */
export function ownedByController(owner: KubeObject) {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid!,
    controller: true,
    blockOwnerDeletion: true,
  };
}

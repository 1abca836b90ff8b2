import type { Kind } from '../kinds/types';
import { labelSelector } from '../resources/selectors';
import type { KubeObject } from '../types';
import {
  controllerOf,
  ownedByController,
  type ControllerContext,
} from './types';

/**
 * Takes what an owner's selector means and nobody controls, and lets go of what
 * it no longer means: a pod that lost its label goes on running alone.
 */
export function claim(
  { store, resources }: ControllerContext,
  owner: KubeObject,
  kind: Kind,
  selector: Parameters<typeof labelSelector>[0],
): void {
  const { uid, namespace = '' } = owner.metadata;
  const matches = labelSelector(selector);
  const own = (
    object: KubeObject,
    ownerReferences: KubeObject['metadata']['ownerReferences'],
  ) =>
    resources.update(kind, namespace, object.metadata.name, one => ({
      ...one,
      metadata: { ...one.metadata, ownerReferences },
    }));
  for (const object of store.list(kind.storage, namespace)) {
    const { labels, ownerReferences = [], deletionTimestamp } = object.metadata;
    const controller = controllerOf(object);
    if (controller?.uid === uid && !matches(labels)) {
      own(
        object,
        ownerReferences.filter(reference => reference.uid !== uid),
      );
    } else if (
      !controller &&
      !deletionTimestamp &&
      !['Succeeded', 'Failed'].includes(object.status?.phase) &&
      matches(labels)
    ) {
      own(object, [...ownerReferences, ownedByController(owner)]);
    }
  }
}

/** The owners among `owners` that may want an object that nobody controls. */
export function claimants(
  owners: KubeObject[],
  object: KubeObject,
): KubeObject[] {
  return controllerOf(object)
    ? []
    : owners.filter(owner =>
        labelSelector(owner.spec.selector)(object.metadata.labels),
      );
}

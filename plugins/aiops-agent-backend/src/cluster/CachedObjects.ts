import type { KubeObject } from './objects';

/** The objects that are held in memory, by kind. */
export interface CachedObjects {
  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined;
  list(kind: string, namespace?: string): KubeObject[];
}

/** Those of a kind in the owner's namespace whose controller it is. */
export function ownedBy(
  owner: KubeObject,
  kind: string,
  objects: CachedObjects,
): KubeObject[] {
  const { uid, namespace } = owner.metadata;
  return objects
    .list(kind, namespace)
    .filter(object =>
      object.metadata.ownerReferences?.some(reference => reference.uid === uid),
    );
}

import type { KubeObject } from './objects';

/** The objects that are held in memory, by kind. */
export interface CachedObjects {
  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined;
  list(kind: string, namespace?: string): KubeObject[];
  /** Those that the object with this uid owns, and events about it. */
  related(kind: string, uid: string): KubeObject[];
}

/** Those of a kind whose controller this is. */
export function ownedBy(
  { metadata: { uid } }: Pick<KubeObject, 'metadata'>,
  kind: string,
  objects: CachedObjects,
): KubeObject[] {
  return uid === undefined ? [] : objects.related(kind, uid);
}

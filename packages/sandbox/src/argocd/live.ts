import type { ClusterApi, KubeObject, ObjectRef } from '../kubernetes/types';

/** The object in the cluster; undefined where there is none, or no such kind. */
export function liveObject(
  cluster: ClusterApi,
  ref: ObjectRef,
): KubeObject | undefined {
  try {
    return cluster.get(ref);
  } catch (error) {
    if ((error as { code?: number }).code === 404) {
      return undefined;
    }
    throw error;
  }
}

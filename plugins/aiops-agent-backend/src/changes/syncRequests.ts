import type { ClusterReader } from '../cluster/types';

/** Asking more often does not make Argo CD faster. */
const PAUSE_MS = 5_000;

/**
 * Asks Argo CD to look at folders, for each request not more often than every
 * few seconds: the asking itself changes the cluster, which wakes the worker.
 */
export function syncRequests(
  cluster: ClusterReader,
  now: () => Date,
): (id: string, paths: string[]) => Promise<void> {
  const asked = new Map<string, number>();
  return async (id, paths) => {
    const time = now().getTime();
    for (const [other, at] of asked) {
      if (time - at >= PAUSE_MS) {
        asked.delete(other);
      }
    }
    if (!asked.has(id)) {
      asked.set(id, time);
      await cluster.requestSync(paths);
    }
  };
}

import type { ClusterReader, DeliveryStatus } from '../cluster/types';

/** Asking more often does not make Argo CD faster. */
const PAUSE_MS = 5_000;

/** What a request still needs from Argo CD. */
export interface SyncRequest {
  /** Of the request: `REQ-1042`. */
  id: string;
  commit: string;
  /** Folders that Argo CD is to look at. */
  folders: string[];
  /** Applications whose sync is started by the yes to this request. */
  held: DeliveryStatus[];
}

/**
 * Asks Argo CD to look at folders and to sync what waits for somebody's word,
 * for each request not more often than every few seconds: the asking itself
 * changes the cluster, which wakes the worker. In between, the answer is the
 * one that was given.
 */
export function syncRequests(
  cluster: Pick<ClusterReader, 'requestSync' | 'startSync'>,
  now: () => Date,
): (request: SyncRequest) => Promise<void> {
  const asked = new Map<string, { at: number; answer: Promise<void> }>();
  const ask = async ({ id, commit, folders, held }: SyncRequest) => {
    await cluster.requestSync(folders);
    for (const delivery of held) {
      await cluster.startSync(delivery, { commit, request: id });
    }
  };
  return request => {
    const time = now().getTime();
    for (const [other, { at }] of asked) {
      if (time - at >= PAUSE_MS) {
        asked.delete(other);
      }
    }
    const known = asked.get(request.id);
    if (known) {
      return known.answer;
    }
    const answer = ask(request);
    asked.set(request.id, { at: time, answer });
    return answer;
  };
}

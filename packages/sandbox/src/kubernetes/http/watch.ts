import type { ServerResponse } from 'node:http';
import type { Kind } from '../kinds/types';
import { invalid, refusal } from '../resources/status';
import { asServed } from '../resources/views';
import type { ObjectStore, StoredChange } from '../store/ObjectStore';
import type { KubeObject, SandboxClock } from '../types';

const BOOKMARK_MS = 30_000;
const LONGEST_MS = 30 * 60_000;
const FAREWELL_MS = 2_000;
/** A reader that is so far behind, in bytes, has to begin again. */
const LARGEST_BACKLOG = 32 * 1024 * 1024;

/** What somebody watches. */
export interface Watching {
  kind: Kind;
  namespace: string;
  query: URLSearchParams;
  matches(object: KubeObject): boolean;
  /** How an object is shown: itself, or a table. */
  show(object: KubeObject): unknown;
  contentType: string;
}

/**
 * Streams changes until the client goes, the timeout passes or the server stops.
 *
 * @throws 422 for initial events without the options that belong to them
 */
export function streamChanges(
  res: ServerResponse,
  store: ObjectStore,
  clock: SandboxClock,
  watching: Watching,
): void {
  const { kind, namespace, query, matches, show } = watching;
  const initial = query.get('sendInitialEvents') === 'true';
  const bookmarks = query.get('allowWatchBookmarks') === 'true';
  if (initial && query.get('resourceVersionMatch') !== 'NotOlderThan') {
    throw invalid('meta.k8s.io', 'ListOptions', '', [
      {
        reason: 'FieldValueForbidden',
        message:
          'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
        field: 'resourceVersionMatch',
      },
    ]);
  }
  res.writeHead(200, {
    'content-type': watching.contentType,
    'cache-control': 'no-cache, private',
    'transfer-encoding': 'chunked',
  });
  res.flushHeaders();

  const send = (type: string, object: unknown) => {
    res.write(`${JSON.stringify({ type, object })}\n`);
    if (res.writableLength > LARGEST_BACKLOG) {
      res.destroy();
    }
  };
  const bookmark = (annotations?: Record<string, string>) =>
    send('BOOKMARK', {
      kind: kind.kind,
      apiVersion: kind.apiVersion,
      metadata: {
        resourceVersion: String(store.version),
        creationTimestamp: null,
        ...(annotations && { annotations }),
      },
      ...(kind.custom ? {} : emptyParts(kind)),
    });
  const pass = (change: StoredChange) => {
    if (
      change.kind !== kind.storage ||
      (namespace && change.object.metadata.namespace !== namespace)
    ) {
      return;
    }
    const after = change.type !== 'DELETED' && matches(change.object);
    const before = change.previous !== undefined && matches(change.previous);
    const object = show(asServed(kind, change.object));
    if (after) {
      send(before ? 'MODIFIED' : 'ADDED', object);
    } else if (before) {
      send('DELETED', object);
    }
  };

  const from = query.get('resourceVersion') ?? '';
  if (initial || from === '' || from === '0') {
    for (const object of store.list(kind.storage, namespace || undefined)) {
      if (matches(object)) {
        send('ADDED', show(asServed(kind, object)));
      }
    }
    if (initial && bookmarks) {
      bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  } else {
    const missed = store.since(Number(from));
    if (!missed) {
      send(
        'ERROR',
        refusal(
          410,
          'Expired',
          `too old resource version: ${from} (${store.version})`,
        ).status,
      );
      res.end();
      return;
    }
    missed.forEach(pass);
  }

  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const lasts = seconds > 0 ? Math.min(seconds * 1000, LONGEST_MS) : LONGEST_MS;
  const timeout = setTimeout(() => res.end(), lasts);
  // Whoever comes back after the end shall know from where to go on.
  const farewell = setTimeout(() => {
    if (bookmarks) {
      bookmark();
    }
  }, lasts - FAREWELL_MS);
  let cancelBookmark: () => void = () => undefined;
  const nextBookmark = () => {
    cancelBookmark = clock.after(BOOKMARK_MS, () => {
      bookmark();
      nextBookmark();
    });
  };
  if (bookmarks) {
    nextBookmark();
  }
  const unsubscribe = store.subscribe(pass);
  res.on('close', () => {
    clearTimeout(timeout);
    clearTimeout(farewell);
    cancelBookmark();
    unsubscribe();
  });
}

/** Typed clients expect the parts of a kind to be there, even when empty. */
function emptyParts(kind: Kind): Record<string, unknown> {
  return kind.subresources.includes('status') ? { spec: {}, status: {} } : {};
}

import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { JsonFile } from '../state';

interface Stored {
  payload: AdapterPayload;
  /** Milliseconds since 1970. */
  expires?: number;
}

/** Everything that the provider keeps, by model and id. */
export type OpenIdState = Record<string, Stored>;

/** A factory of adapters upon one store, and a way to write it out. */
export interface OpenIdStorage {
  adapter(model: string): Adapter;
  /** Writes what changed; it is done by itself soon after each change. */
  flush(): void;
}

/**
 * Keeps sessions, grants and tokens in memory and, soon after a change, in a
 * file, so that people stay signed in when the sandbox is restarted.
 */
export function openIdStorage(
  file: JsonFile<OpenIdState>,
  now: () => number,
): OpenIdStorage {
  const items = new Map(
    Object.entries(file.read() ?? {}).filter(([, item]) => isAlive(item)),
  );
  let pending: NodeJS.Immediate | undefined;

  function isAlive(item: Stored): boolean {
    return item.expires === undefined || item.expires > now();
  }
  function flush(): void {
    if (pending) {
      clearImmediate(pending);
      pending = undefined;
      for (const [key, item] of items) {
        if (!isAlive(item)) {
          items.delete(key);
        }
      }
      file.write(Object.fromEntries(items));
    }
  }
  function changed(): void {
    pending ??= setImmediate(flush);
  }
  function findBy(model: string, field: 'uid' | 'userCode', value: string) {
    return [...items].find(
      ([key, item]) =>
        key.startsWith(`${model}:`) &&
        item.payload[field] === value &&
        isAlive(item),
    )?.[1].payload;
  }

  return {
    flush,
    adapter: model => ({
      async upsert(id, payload, expiresIn) {
        items.set(`${model}:${id}`, {
          payload,
          expires: expiresIn ? now() + expiresIn * 1000 : undefined,
        });
        changed();
      },
      async find(id) {
        const item = items.get(`${model}:${id}`);
        return item && isAlive(item) ? item.payload : undefined;
      },
      async findByUid(uid) {
        return findBy(model, 'uid', uid);
      },
      async findByUserCode(userCode) {
        return findBy(model, 'userCode', userCode);
      },
      async consume(id) {
        const item = items.get(`${model}:${id}`);
        if (item) {
          item.payload.consumed = Math.floor(now() / 1000);
          changed();
        }
      },
      async destroy(id) {
        items.delete(`${model}:${id}`);
        changed();
      },
      async revokeByGrantId(grantId) {
        for (const [key, item] of items) {
          if (item.payload.grantId === grantId) {
            items.delete(key);
          }
        }
        changed();
      },
    }),
  };
}

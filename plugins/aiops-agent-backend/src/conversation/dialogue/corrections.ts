import type { DialogueDeps } from '../ports';
import type { PendingWish } from '../state';

/** Those of the parameters that an intent has. */
function known(
  intent: string,
  params: Record<string, unknown>,
  deps: Pick<DialogueDeps, 'intents'>,
): Record<string, unknown> {
  const shape = deps.intents.find(intent)?.parameters.shape ?? {};
  return Object.fromEntries(
    Object.entries(params).filter(([name]) => Object.hasOwn(shape, name)),
  );
}

/**
 * A pending wish with what is said now: in a joined plan every intent takes
 * what it knows ("yes but 3 copies" is about the count alone).
 */
export function withSaid(
  pending: PendingWish,
  params: Record<string, unknown>,
  deps: Pick<DialogueDeps, 'intents'>,
): PendingWish {
  const { joined } = pending;
  return joined
    ? {
        ...pending,
        said: { ...pending.said, ...known(pending.intent, params, deps) },
        joined: joined.map(each => ({
          ...each,
          said: { ...each.said, ...known(each.intent, params, deps) },
        })),
      }
    : { ...pending, said: { ...pending.said, ...params } };
}

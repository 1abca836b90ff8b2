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

/** What was said so far with what is said now, which takes the place of it. */
function merged(
  { intent, said }: Pick<PendingWish, 'intent' | 'said'>,
  params: Record<string, unknown>,
  deps: Pick<DialogueDeps, 'intents'>,
): Record<string, unknown> {
  const replaced = (deps.intents.find(intent)?.oneOf ?? [])
    .filter(group => group.some(name => params[name] !== undefined))
    .flat();
  const kept = Object.entries(said).filter(
    ([name]) => !replaced.includes(name),
  );
  return { ...Object.fromEntries(kept), ...params };
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
        said: merged(pending, known(pending.intent, params, deps), deps),
        joined: joined.map(each => ({
          ...each,
          said: merged(each, known(each.intent, params, deps), deps),
        })),
      }
    : { ...pending, said: merged(pending, params, deps) };
}

/** The parameters of all that is planned. */
export function paramsOf({
  params,
  joined = [],
}: PendingWish): Record<string, unknown> {
  return Object.assign({}, params, ...joined.map(each => each.params));
}

import { enginesSaid } from '../values/engine';
import type { PendingCase } from './types';

/** "and redis too" adds to a list, "no redis" takes from it. */
export function withLists(
  params: Record<string, unknown>,
  { reading, pending, intent }: PendingCase,
): Record<string, unknown> {
  const before = pending.params.services;
  if (!Array.isArray(before) || !('services' in intent.parameters.shape)) {
    return params;
  }
  const refused = enginesSaid(reading)
    .filter(engine => engine.refused)
    .map(({ name }) => name);
  const said = Array.isArray(params.services) ? params.services : undefined;
  const adds =
    /^(?:(?:yes|ok)[ ,]*)?(?:also|and|plus|add|with)\b|\b(?:too|as well|also)\b/iu.test(
      reading.text,
    );
  if (said && adds) {
    return { ...params, services: [...new Set([...before, ...said])].sort() };
  }
  // "mysql instead of postgres" leaves the rest of the list.
  const left = before.filter(name => !refused.includes(name));
  return left.length < before.length
    ? { ...params, services: [...new Set([...left, ...(said ?? [])])].sort() }
    : params;
}

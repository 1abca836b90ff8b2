import { fieldAt } from '../schema/types';

/** How the items of a list are told apart: by these fields, by their value, or not at all (the list is one value). */
export type ListKeys = string[] | 'values' | undefined;

const known = new Map<string, ListKeys>();

/**
 * The keys of a list at a path of field names, list items left out
 * (`spec.template.spec.containers.ports`). Lists of custom resources are one
 * value each, but for those of their metadata.
 */
export function listKeys(kind: string, path: string[]): ListKeys {
  const id = `${kind} ${path.join('.')}`;
  if (!known.has(id)) {
    known.set(id, fieldAt(kind, path)?.listKeys);
  }
  return known.get(id);
}

/** The values that tell an item from its neighbours. */
export function itemKey(item: any, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(
    [...keys]
      .sort()
      .map(key => [
        key,
        item?.[key] ?? (key === 'protocol' ? 'TCP' : undefined),
      ]),
  );
}

import { fieldAt } from '../schema/types';
import { isObject, sameJson } from '../values/json';

const known = new Map<string, string | undefined>();

/** The field that tells the items of a list apart; undefined when the list is replaced whole. */
function mergeKeyOf(kind: string, path: string[]): string | undefined {
  const id = `${kind} ${path.join('.')}`;
  if (!known.has(id)) {
    known.set(id, fieldAt(kind, path)?.mergeKey);
  }
  return known.get(id);
}

/**
 * Strategic merge patch: like a JSON merge patch, but lists such as containers
 * are merged by key, with the directives `$patch`, `$retainKeys`,
 * `$setElementOrder/…` and `$deleteFromPrimitiveList/…`.
 */
export function strategicMerge(
  kind: string,
  target: unknown,
  patch: unknown,
  path: string[] = [],
): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  if (patch.$patch === 'replace') {
    const { $patch, ...rest } = patch;
    return rest;
  }
  if (patch.$patch === 'delete') {
    return {};
  }
  let result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  if (Array.isArray(patch.$retainKeys)) {
    const retained = new Set(patch.$retainKeys);
    result = Object.fromEntries(
      Object.entries(result).filter(([key]) => retained.has(key)),
    );
  }
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$deleteFromPrimitiveList/')) {
      const field = key.slice(key.indexOf('/') + 1);
      result[field] = ((result[field] as unknown[]) ?? []).filter(
        item => !(value as unknown[]).some(gone => sameJson(gone, item)),
      );
    } else if (key.startsWith('$')) {
      continue;
    } else if (value === null) {
      delete result[key];
    } else if (Array.isArray(value)) {
      result[key] = mergeList(kind, result[key], value, [...path, key]);
    } else {
      result[key] = strategicMerge(kind, result[key], value, [...path, key]);
    }
  }
  for (const [key, order] of Object.entries(patch)) {
    if (key.startsWith('$setElementOrder/')) {
      const field = key.slice(key.indexOf('/') + 1);
      if (Array.isArray(result[field])) {
        result[field] = inOrder(
          kind,
          result[field] as unknown[],
          order as unknown[],
          [...path, field],
        );
      }
    }
  }
  return result;
}

function mergeList(
  kind: string,
  target: unknown,
  patch: unknown[],
  path: string[],
): unknown[] {
  const list = Array.isArray(target) ? target : [];
  const key = mergeKeyOf(kind, path);
  if (key === 'values') {
    return [
      ...list,
      ...patch.filter(item => !list.some(one => sameJson(one, item))),
    ];
  }
  if (!key) {
    return patch.filter(item => !isDirective(item));
  }
  if (patch.some(item => isObject(item) && item.$patch === 'replace')) {
    return patch.filter(item => !isDirective(item));
  }
  const idOf = (item: unknown) => isObject(item) && JSON.stringify(item[key]);
  const before = new Map(list.map((item, index) => [idOf(item), index]));
  const named = new Set(patch.map(idOf));
  const changed = patch
    .filter(isObject)
    .filter(item => item.$patch !== 'delete')
    .map(item =>
      strategicMerge(
        kind,
        list[before.get(idOf(item)) ?? -1] ?? {},
        item,
        path,
      ),
    );
  const others = list.filter(item => !named.has(idOf(item)));
  // What is new comes first, and what was there keeps its order.
  const result: unknown[] = [];
  for (const item of changed) {
    const place = before.get(idOf(item)) ?? -1;
    while (others.length && before.get(idOf(others[0]))! < place) {
      result.push(others.shift());
    }
    result.push(item);
  }
  return [...result, ...others];
}

function isDirective(item: unknown): boolean {
  return isObject(item) && typeof item.$patch === 'string';
}

function inOrder(
  kind: string,
  list: unknown[],
  order: unknown[],
  path: string[],
): unknown[] {
  const key = mergeKeyOf(kind, path);
  const id = (item: unknown) =>
    JSON.stringify(key && isObject(item) ? item[key] : item);
  const places = new Map(order.map((item, index) => [id(item), index]));
  // What the order doesn't name stays behind what it followed.
  let last = -1;
  return list
    .map((item, index) => {
      last = places.get(id(item)) ?? last;
      return { item, index, place: places.get(id(item)) ?? last };
    })
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ item }) => item);
}

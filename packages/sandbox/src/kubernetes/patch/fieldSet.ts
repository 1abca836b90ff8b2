import { isObject, sameJson } from '../values/json';
import { itemKey, listKeys } from './listKeys';

/**
 * A set of fields, in the form of `FieldsV1`: `f:` a field, `k:` an item by its
 * keys, `v:` an item by its value, `.` the place itself.
 */
export interface FieldSet {
  [segment: string]: FieldSet;
}

/** Metadata and identity, which nobody owns. */
const UNOWNED = new Set([
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.generateName',
  'metadata.namespace',
  'metadata.uid',
  'metadata.resourceVersion',
  'metadata.generation',
  'metadata.creationTimestamp',
  'metadata.deletionTimestamp',
  'metadata.deletionGracePeriodSeconds',
  'metadata.managedFields',
  'metadata.selfLink',
]);

/** The items of a keyed list by their segment, or undefined when the list is one value. */
export function itemsBySegment(
  kind: string,
  path: string[],
  list: unknown[],
): Map<string, unknown> | undefined {
  const keys = listKeys(kind, path);
  if (!keys) {
    return undefined;
  }
  return new Map(
    list.map(item => [
      keys === 'values'
        ? `v:${JSON.stringify(item)}`
        : `k:${JSON.stringify(itemKey(item, keys))}`,
      item,
    ]),
  );
}

/** All fields of a value; with `before`, those that are new or different. */
export function fieldsOf(
  kind: string,
  value: unknown,
  before?: unknown,
  path: string[] = [],
): FieldSet | undefined {
  if (before !== undefined && sameJson(value, before)) {
    return undefined;
  }
  if (isEmpty(kind, value, path)) {
    // Owned as a place, which leaves to others what they put there.
    return { '.': {} };
  }
  if (isObject(value)) {
    const set: FieldSet = {};
    for (const [key, field] of Object.entries(value)) {
      const inner = [...path, key];
      if (
        field === undefined ||
        field === null ||
        UNOWNED.has(inner.join('.'))
      ) {
        continue;
      }
      const owned = fieldsOf(
        kind,
        field,
        isObject(before) ? before[key] : undefined,
        inner,
      );
      if (owned) {
        set[`f:${key}`] = owned;
      }
    }
    return Object.keys(set).length ? set : undefined;
  }
  if (Array.isArray(value)) {
    const items = itemsBySegment(kind, path, value);
    if (items) {
      const earlier = Array.isArray(before)
        ? itemsBySegment(kind, path, before)
        : undefined;
      const set: FieldSet = {};
      for (const [segment, item] of items) {
        const previous = earlier?.get(segment);
        const owned = segment.startsWith('v:')
          ? previous === undefined && {}
          : fieldsOf(kind, item, previous, path);
        if (owned) {
          set[segment] =
            previous === undefined && segment.startsWith('k:')
              ? { '.': {}, ...owned }
              : owned;
        }
      }
      return Object.keys(set).length ? set : undefined;
    }
  }
  return {};
}

function isEmpty(kind: string, value: unknown, path: string[]): boolean {
  return Array.isArray(value)
    ? value.length === 0 && listKeys(kind, path) !== undefined
    : isObject(value) && Object.keys(value).length === 0;
}

const isLeaf = (set: FieldSet) => Object.keys(set).length === 0;

/** What is in either. */
export function union(a: FieldSet, b: FieldSet): FieldSet {
  const result: FieldSet = { ...a };
  for (const [segment, inner] of Object.entries(b)) {
    result[segment] = result[segment] ? union(result[segment], inner) : inner;
  }
  return result;
}

/** What is in `a` and not in `b`, or undefined when nothing is. */
export function difference(
  a: FieldSet,
  b: FieldSet | undefined,
): FieldSet | undefined {
  if (!b) {
    return a;
  }
  if (isLeaf(a) || isLeaf(b)) {
    return undefined;
  }
  const result: FieldSet = {};
  for (const [segment, inner] of Object.entries(a)) {
    const left = difference(inner, b[segment]);
    if (left) {
      result[segment] = left;
    }
  }
  return Object.keys(result).length ? result : undefined;
}

/** The paths of the leaves, as conflicts name them: `.spec.containers[name="app"].image`. */
export function leafPaths(set: FieldSet, prefix = ''): string[] {
  if (isLeaf(set)) {
    return [prefix];
  }
  return Object.entries(set).flatMap(([segment, inner]) =>
    leafPaths(inner, prefix + segmentText(segment)),
  );
}

function segmentText(segment: string): string {
  if (segment === '.') {
    return '';
  }
  const rest = segment.slice(2);
  if (segment.startsWith('f:')) {
    return `.${rest}`;
  }
  if (segment.startsWith('v:')) {
    return `[=${rest}]`;
  }
  const keys = Object.entries(JSON.parse(rest));
  return `[${keys
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',')}]`;
}

import { refusal } from '../resources/status';
import { kindKey } from '../kinds/types';
import type { KubeObject } from '../types';
import { isObject, sameJson } from '../values/json';
import {
  difference,
  fieldsOf,
  itemsBySegment,
  leafPaths,
  union,
  type FieldSet,
} from './fieldSet';
import {
  isOf,
  managedFields,
  ownedBy,
  withoutFields,
  type ManagedFields,
  type Writer,
} from './managedFields';

/**
 * What an object becomes when `applied` is applied to it: given fields are set,
 * fields that this manager set before and no longer gives are removed unless
 * somebody else owns them too.
 *
 * @throws 409 when a field has another value and owner, unless forced.
 */
export function serverSideApply(
  live: KubeObject | undefined,
  applied: KubeObject,
  writer: Writer,
  force: boolean,
): KubeObject {
  const kind = kindKey(applied.apiVersion, applied.kind);
  const wanted = fieldsOf(kind, applied) ?? {};
  const mine = isOf(writer);
  const entries = managedFields(live);
  const earlier = entries.find(mine)?.fieldsV1;
  let others = entries.filter(entry => !mine(entry));

  const changing = live && fieldsOf(kind, applied, live);
  if (changing) {
    const conflicts = others.flatMap(entry => {
      const untouched = difference(changing, entry.fieldsV1);
      const contested = untouched ? difference(changing, untouched) : changing;
      return contested && owns(entry.fieldsV1, contested)
        ? [{ entry, contested }]
        : [];
    });
    if (conflicts.length && !force) {
      throw conflictError(conflicts);
    }
    others = withoutFields(others, changing);
  }

  let result = mergeApplied(kind, live, applied, []) as KubeObject;
  const dropped = earlier && difference(earlier, wanted);
  const kept = others
    .map(entry => entry.fieldsV1)
    .reduce<FieldSet | undefined>(
      (all, one) => (all ? union(all, one) : one),
      undefined,
    );
  const pruned = dropped && difference(dropped, kept);
  if (pruned) {
    result = prune(kind, result, pruned, []) as KubeObject;
  }
  return {
    ...result,
    metadata: {
      ...result.metadata,
      managedFields: ownedBy(writer, applied.apiVersion, wanted, others),
    },
  };
}

/** Whether an owner's set really holds one of the contested leaves. */
function owns(owned: FieldSet, contested: FieldSet): boolean {
  return Object.entries(contested).some(([segment, inner]) => {
    const match = owned[segment];
    if (!match || segment === '.') {
      return false;
    }
    const leaf =
      Object.keys(match).length === 0 || Object.keys(inner).length === 0;
    return leaf || owns(match, inner);
  });
}

function conflictError(
  conflicts: Array<{
    entry: ManagedFields;
    contested: FieldSet;
  }>,
) {
  const causes = conflicts.flatMap(({ entry, contested }) =>
    leafPaths(contested).map(field => ({
      reason: 'FieldManagerConflict',
      message: `conflict with "${entry.manager}"${
        entry.subresource ? ` with subresource "${entry.subresource}"` : ''
      }${entry.operation === 'Update' ? ` using ${entry.apiVersion}` : ''}`,
      field,
    })),
  );
  const [first] = causes;
  return refusal(
    409,
    'Conflict',
    causes.length === 1
      ? `Apply failed with 1 conflict: ${first.message}: ${first.field}`
      : `Apply failed with ${causes.length} conflicts: ${[
          ...new Set(causes.map(cause => cause.message)),
        ]
          .map(
            message =>
              `${message}:\n${causes
                .filter(cause => cause.message === message)
                .map(cause => `- ${cause.field}`)
                .join('\n')}`,
          )
          .join('\n')}`,
    { causes },
  );
}

function mergeApplied(
  kind: string,
  live: unknown,
  applied: unknown,
  path: string[],
): unknown {
  if (isObject(applied) && isObject(live)) {
    const result: Record<string, unknown> = { ...live };
    for (const [key, value] of Object.entries(applied)) {
      if (value !== undefined) {
        result[key] = mergeApplied(kind, live[key], value, [...path, key]);
      }
    }
    return result;
  }
  if (Array.isArray(applied) && Array.isArray(live)) {
    const wanted = itemsBySegment(kind, path, applied);
    const existing = itemsBySegment(kind, path, live);
    if (wanted && existing) {
      const kept = [...existing].map(([segment, item]) =>
        wanted.has(segment)
          ? mergeApplied(kind, item, wanted.get(segment), path)
          : item,
      );
      const added = [...wanted]
        .filter(([segment]) => !existing.has(segment))
        .map(([, item]) => item);
      return [...kept, ...added];
    }
  }
  return sameJson(live, applied) ? live : applied;
}

/** Removes fields; what becomes empty by it goes too. */
function prune(
  kind: string,
  value: unknown,
  fields: FieldSet,
  path: string[],
): unknown {
  if (Object.keys(fields).length === 0) {
    return undefined;
  }
  if (isObject(value)) {
    const result: Record<string, unknown> = { ...value };
    for (const [segment, inner] of Object.entries(fields)) {
      const key = segment.slice(2);
      if (!segment.startsWith('f:') || result[key] === undefined) {
        continue;
      }
      const left = prune(kind, result[key], inner, [...path, key]);
      if (left === undefined) {
        delete result[key];
      } else {
        result[key] = left;
      }
    }
    return Object.keys(result).length ? result : undefined;
  }
  if (Array.isArray(value)) {
    const items = itemsBySegment(kind, path, value);
    if (!items) {
      return value;
    }
    const left = [...items].flatMap(([segment, item]) => {
      const inner = fields[segment];
      if (!inner) {
        return [item];
      }
      // An item that this manager brought and nobody else holds goes whole.
      if (inner['.'] || Object.keys(inner).length === 0) {
        return [];
      }
      return [prune(kind, item, inner, path) ?? item];
    });
    return left.length ? left : undefined;
  }
  return value;
}

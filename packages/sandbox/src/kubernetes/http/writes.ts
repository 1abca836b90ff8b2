import type { Kind } from '../kinds/types';
import { jsonPatch } from '../patch/jsonPatch';
import { mergePatch } from '../patch/mergePatch';
import { serverSideApply } from '../patch/serverSideApply';
import { strategicMerge } from '../patch/strategicMerge';
import type { Resources, WriteOptions } from '../resources/Resources';
import { badRequest, invalid, refusal } from '../resources/status';
import { timestamp } from '../resources/time';
import { asServed } from '../resources/views';
import type { KubeObject } from '../types';
import { isObject } from '../values/json';

/** Where a write goes. */
export interface Target {
  kind: Kind;
  namespace: string;
  name: string;
}

/** Who a change belongs to: as told, or the program that asks. */
export function managerOf(
  query: URLSearchParams,
  userAgent: string | undefined,
): string {
  return (
    query.get('fieldManager') ||
    (userAgent ?? '').split('/')[0].slice(0, 128) ||
    'unknown'
  );
}

/** True for `?dryRun=All`. @throws 422 for another value */
export function isDryRun(query: URLSearchParams): boolean {
  const values = query.getAll('dryRun');
  const other = values.find(value => value !== 'All' && value !== '');
  if (other) {
    throw invalid('meta.k8s.io', 'CreateOptions', '', [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${JSON.stringify(
          other,
        )}: supported values: "All"`,
        field: 'dryRun',
      },
    ]);
  }
  return values.includes('All');
}

/** Replaces an object by the one that was sent. */
export function replace(
  resources: Resources,
  { kind, namespace, name }: Target,
  body: unknown,
  options: WriteOptions,
): KubeObject {
  return resources.update(kind, namespace, name, () => body, options);
}

/** Changes an object by a patch of the given content type. @throws 400, 415, and what updates throw */
export function patch(
  resources: Resources,
  { kind, namespace, name }: Target,
  body: unknown,
  contentType: string,
  query: URLSearchParams,
  options: WriteOptions,
): { object: KubeObject; created: boolean } {
  const change = (edit: (current: KubeObject) => unknown) => ({
    object: resources.update(
      kind,
      namespace,
      name,
      current => edit(asServed(kind, current)),
      options,
    ),
    created: false,
  });
  switch (contentType.split(';')[0].trim()) {
    case 'application/json-patch+json':
      return change(current => jsonPatch(current, body));
    case 'application/merge-patch+json':
      return change(current => mergePatch(current, body));
    case 'application/strategic-merge-patch+json':
      if (kind.custom) {
        throw unsupported(
          'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
        );
      }
      return change(current => strategicMerge(kind.storage, current, body));
    case 'application/apply-patch+yaml':
      return apply(resources, { kind, namespace, name }, body, query, options);
    default:
      throw unsupported(
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml',
      );
  }
}

function unsupported(message: string) {
  return refusal(415, 'UnsupportedMediaType', message);
}

function apply(
  resources: Resources,
  { kind, namespace, name }: Target,
  body: unknown,
  query: URLSearchParams,
  options: WriteOptions,
): { object: KubeObject; created: boolean } {
  const manager = query.get('fieldManager');
  if (!manager) {
    throw invalid('meta.k8s.io', 'PatchOptions', '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
        field: 'fieldManager',
      },
    ]);
  }
  if (!isObject(body) || !body.apiVersion || !body.kind) {
    throw badRequest('apiVersion and kind must be set in an apply patch');
  }
  const applied = body as KubeObject;
  if (
    isObject(applied.metadata) &&
    (applied.metadata.managedFields as unknown[])?.length
  ) {
    throw badRequest('metadata.managedFields must be nil');
  }
  const writer = {
    manager,
    operation: 'Apply' as const,
    time: timestamp(resources.clock.now()),
    ...(options.subresource && { subresource: options.subresource }),
  };
  const force = query.get('force') === 'true';
  const owned = { ...options, manager, keepManagedFields: true };
  if (resources.store.get(kind.storage, namespace, name)) {
    return {
      object: resources.update(
        kind,
        namespace,
        name,
        current => serverSideApply(current, applied, writer, force),
        owned,
      ),
      created: false,
    };
  }
  const fresh = serverSideApply(undefined, applied, writer, force);
  fresh.metadata = { ...fresh.metadata, name };
  return {
    object: resources.create(kind, namespace, fresh, owned),
    created: true,
  };
}

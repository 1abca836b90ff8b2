import { unsupportedOperation, VaultError } from './errors';
import type { Capability } from './policy';
import type { SecretData, SecretsStore } from './store';

/** A request below a KV mount, taken apart. */
export interface KeyValueRequest {
  /** `data`, `metadata`, `subkeys`, `delete`, `undelete`, `destroy` */
  endpoint: string;
  path: string;
  /** As HTTP has it, and `LIST`. */
  method: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

/** What is answered: no data means 204, a status may say otherwise. */
export interface KeyValueAnswer {
  status?: number;
  data?: object;
}

/**
 * What a request needs from the policies.
 *
 * @throws VaultError 405 where the endpoint has no such method.
 */
export function capabilityFor(
  store: SecretsStore,
  { endpoint, method, path }: KeyValueRequest,
): Capability {
  const writing: Capability =
    endpoint === 'data' && !store.has(path) ? 'create' : 'update';
  const known: Record<string, Record<string, Capability>> = {
    data: {
      GET: 'read',
      POST: writing,
      PUT: writing,
      PATCH: 'patch',
      DELETE: 'delete',
    },
    metadata: {
      GET: 'read',
      LIST: 'list',
      POST: 'update',
      PUT: 'update',
      DELETE: 'delete',
    },
    subkeys: { GET: 'read' },
    delete: { POST: 'update', PUT: 'update' },
    undelete: { POST: 'update', PUT: 'update' },
    destroy: { POST: 'update', PUT: 'update' },
  };
  const capability = known[endpoint]?.[method];
  if (!capability) {
    throw unsupportedOperation();
  }
  return capability;
}

/** Does what the request says, which is authorised already. */
export function answerKeyValue(
  store: SecretsStore,
  request: KeyValueRequest,
): KeyValueAnswer {
  const { endpoint, method, path, body } = request;
  switch (`${endpoint} ${method}`) {
    case 'data GET':
      return readSecret(store, request);
    case 'data POST':
    case 'data PUT':
      return { data: store.write(path, dataOf(body), casOf(body)) };
    case 'data PATCH': {
      const current = store.read(path)?.data;
      if (!current) {
        throw new VaultError(404);
      }
      const merged = mergePatch(current, dataOf(body)) as SecretData;
      return { data: store.write(path, merged, casOf(body)) };
    }
    case 'data DELETE':
      store.remove(path);
      return {};
    case 'metadata GET':
      return { data: found(store.metadata(path)) };
    case 'metadata LIST': {
      const keys = store.list(path.replace(/\/$/, ''));
      return { data: found(keys.length ? { keys } : undefined) };
    }
    case 'metadata DELETE':
      store.purge(path);
      return {};
    case 'subkeys GET': {
      const { data, metadata } = found(store.read(path, versionOf(request)));
      const subkeys = data && withoutValues(data);
      return {
        status: data ? 200 : 404,
        data: { metadata, subkeys: subkeys ?? null },
      };
    }
    default:
      return changeVersions(store, request);
  }
}

function changeVersions(
  store: SecretsStore,
  { endpoint, path, body }: KeyValueRequest,
): KeyValueAnswer {
  if (endpoint === 'metadata') {
    store.configure(path, {
      custom: body.custom_metadata as Record<string, string> | undefined,
      casRequired: Boolean(body.cas_required),
      maxVersions: Number(body.max_versions) || undefined,
    });
    return {};
  }
  const versions = Array.isArray(body.versions)
    ? body.versions.map(Number)
    : [];
  if (
    !versions.length ||
    versions.some(version => !Number.isInteger(version))
  ) {
    throw new VaultError(400, 'No version number provided');
  }
  const change = {
    delete: 'remove',
    undelete: 'restore',
    destroy: 'destroy',
  } as const;
  store[change[endpoint as keyof typeof change]](path, versions);
  return {};
}

function readSecret(
  store: SecretsStore,
  request: KeyValueRequest,
): KeyValueAnswer {
  const { data, metadata } = found(
    store.read(request.path, versionOf(request)),
  );
  // Vault tells when a deleted version went, with a 404.
  return { status: data ? 200 : 404, data: { data: data ?? null, metadata } };
}

function versionOf({ query }: KeyValueRequest): number | undefined {
  const version = Number(query.get('version') ?? 0);
  if (!Number.isInteger(version) || version < 0) {
    throw new VaultError(
      400,
      `Field validation failed: error converting input for field "version": ${query.get(
        'version',
      )}`,
    );
  }
  return version || undefined;
}

function dataOf(body: Record<string, unknown>): SecretData {
  if (!isObject(body.data)) {
    throw new VaultError(400, 'no data provided');
  }
  return body.data;
}

function casOf(body: Record<string, unknown>): number | undefined {
  const options = isObject(body.options) ? body.options : {};
  if (options.cas === undefined) {
    return undefined;
  }
  const cas = Number(options.cas);
  if (!Number.isInteger(cas) || cas < 0) {
    throw new VaultError(400, 'error parsing check-and-set parameter');
  }
  return cas;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new VaultError(404);
  }
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutValues(data: SecretData): object {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      isObject(value) ? withoutValues(value) : null,
    ]),
  );
}

/** RFC 7396 */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = mergePatch(merged[key], value);
    }
  }
  return merged;
}

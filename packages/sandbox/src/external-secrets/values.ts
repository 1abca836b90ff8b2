import type { ClusterApi, KubeObject } from '../kubernetes/types';
import {
  SecretSyncError,
  type ExternalSecretSpec,
  type RemoteRef,
  type SecretProvider,
} from './types';

export const EXTERNAL_SECRETS_API = 'external-secrets.io/v1';

/**
 * The values that an ExternalSecret asks for, as text by key.
 *
 * @throws SecretSyncError when its store or a value isn't there.
 */
export function valuesFor(
  cluster: ClusterApi,
  provider: SecretProvider,
  external: KubeObject,
): Record<string, string> {
  const spec = external.spec as ExternalSecretSpec;
  const mount = mountOf(cluster, external, spec);
  const values: Record<string, string> = {};
  for (const [index, { extract }] of (spec.dataFrom ?? []).entries()) {
    if (!extract) {
      throw new SecretSyncError(
        `error processing spec.dataFrom[${index}], err: only extract is supported`,
      );
    }
    const secret = secretAt(
      provider,
      mount,
      extract,
      `spec.dataFrom[${index}].extract`,
    );
    for (const [key, value] of Object.entries(secret)) {
      values[key] = asText(value);
    }
  }
  for (const [index, { secretKey, remoteRef }] of (spec.data ?? []).entries()) {
    const place = `spec.data[${index}]`;
    const secret = secretAt(provider, mount, remoteRef, place);
    const { key, property } = remoteRef;
    if (property === undefined) {
      values[secretKey] = JSON.stringify(secret);
      continue;
    }
    if (!Object.hasOwn(secret, property)) {
      throw new SecretSyncError(
        `error processing ${place} (key: ${key}), err: cannot find secret data for key: "${property}"`,
      );
    }
    values[secretKey] = asText(secret[property]);
  }
  return values;
}

/** The mount of Vault that the ExternalSecret's store names. */
function mountOf(
  cluster: ClusterApi,
  external: KubeObject,
  { secretStoreRef }: ExternalSecretSpec,
): string {
  const { name = '', kind = 'SecretStore' } = secretStoreRef ?? {};
  const store = cluster.get({
    apiVersion: EXTERNAL_SECRETS_API,
    kind,
    name,
    ...(kind === 'SecretStore' && { namespace: external.metadata.namespace }),
  });
  if (!store) {
    throw new SecretSyncError(
      `could not get ${kind} "${name}", ${kind} "${name}" not found`,
    );
  }
  const vault = store.spec?.provider?.vault;
  if (!vault) {
    throw new SecretSyncError(
      `${kind} "${name}" is not ready: the sandbox has Vault only`,
    );
  }
  return vault.path ?? '';
}

function secretAt(
  provider: SecretProvider,
  mount: string,
  { key }: RemoteRef,
  place: string,
): Record<string, unknown> {
  const path = pathBelow(mount, key);
  const secret = path === undefined ? undefined : provider.read(path);
  if (!secret) {
    throw new SecretSyncError(
      `error processing ${place} (key: ${key}), err: Secret does not exist`,
    );
  }
  return secret;
}

/** Keys may name the mount and `data/` or leave them out, as with External Secrets. */
function pathBelow(mount: string, key: string): string | undefined {
  const at = mount.replace(/\/$/, '') || 'secret';
  if (at !== 'secret') {
    return undefined;
  }
  return key
    .replace(/^\//, '')
    .replace(/^secret\//, '')
    .replace(/^data\//, '');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

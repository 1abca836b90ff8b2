import { asRecords, asText, field, type Manifest } from './manifests';
import type { SecretReference } from './types';

/** The values in the store that an ExternalSecret refers to, by their path. */
export function readSecrets({ kind, name, body }: Manifest): SecretReference[] {
  if (kind !== 'ExternalSecret') {
    return [];
  }
  const target = asText(field(body, 'spec', 'target', 'name')) ?? name;
  const paths = new Map<string, string[]>();
  const keysAt = (path: string) => {
    const keys = paths.get(path) ?? [];
    paths.set(path, keys);
    return keys;
  };
  for (const entry of asRecords(field(body, 'spec', 'data'))) {
    const path = asText(field(entry, 'remoteRef', 'key'));
    const key =
      asText(field(entry, 'remoteRef', 'property')) ?? asText(entry.secretKey);
    if (path && key) {
      keysAt(path).push(key);
    }
  }
  for (const entry of asRecords(field(body, 'spec', 'dataFrom'))) {
    // Every key there is; which ones, the store alone knows.
    const path = asText(field(entry, 'extract', 'key'));
    if (path) {
      keysAt(path);
    }
  }
  return [...paths].map(([path, keys]) => ({
    name: target,
    path,
    keys: [...new Set(keys)],
  }));
}

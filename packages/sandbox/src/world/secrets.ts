import { randomBytes } from 'node:crypto';
import { parseManifest } from '../argocd';
import type { SecretsStore } from '../vault';

const API_GROUP = 'external-secrets.io/';

/** Ports that a database's clients expect, by what its name ends with or contains. */
const PORTS: Array<[RegExp, string]> = [
  [/redis|valkey|cache/, '6379'],
  [/mysql|mariadb/, '3306'],
];
const POSTGRESQL = '5432';

interface Reference {
  remoteRef?: { key?: string; property?: string };
}

/**
 * Puts values into Vault for everything that the platform repository refers
 * to, as if its applications had been there for long. Called once, when both
 * are new; what is there already stays.
 */
export function seedSecrets(
  store: SecretsStore,
  files: ReadonlyMap<string, string>,
): void {
  const wanted = new Map<string, Set<string>>();
  for (const [path, text] of files) {
    if (!path.startsWith('k8s-manifests/') || !text.includes(API_GROUP)) {
      continue;
    }
    for (const { kind, spec } of parseManifest(path, text)) {
      const references: Reference[] =
        kind === 'ExternalSecret' ? spec?.data ?? [] : [];
      for (const { remoteRef } of references) {
        if (remoteRef?.key && remoteRef.property) {
          const properties = wanted.get(remoteRef.key) ?? new Set();
          wanted.set(remoteRef.key, properties.add(remoteRef.property));
        }
      }
    }
  }
  for (const [path, properties] of wanted) {
    if (!store.has(path)) {
      const values = [...properties].map(property => [
        property,
        valueFor(path, property),
      ]);
      store.write(path, Object.fromEntries(values));
    }
  }
}

function valueFor(path: string, property: string): string {
  const name = path.split('/').at(-1) ?? '';
  switch (property) {
    case 'host':
      return name;
    case 'port':
      return PORTS.find(([pattern]) => pattern.test(name))?.[1] ?? POSTGRESQL;
    case 'username':
    case 'database':
      return name.replace(/-(db|cache)$/, '').replace(/-/g, '_');
    default:
      return randomBytes(18).toString('base64url');
  }
}

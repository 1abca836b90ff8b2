import type { Deployed } from './types';

/** What software a container image holds, by the last part of its name. */
const ENGINES: Array<[RegExp, string, Deployed['role']]> = [
  [/^(postgres(ql)?|postgis|timescaledb(-ha)?)$/, 'postgresql', 'database'],
  [/^mariadb$/, 'mariadb', 'database'],
  [/^(mysql(-server)?|percona(-server)?)$/, 'mysql', 'database'],
  [/^(mongo|mongodb|mongodb-community-server)$/, 'mongodb', 'database'],
  [/^(redis|redis-stack-server)$/, 'redis', 'cache'],
  [/^valkey(-server)?$/, 'valkey', 'cache'],
  [/^memcached$/, 'memcached', 'cache'],
];

/** Resources of database operators: group, kind, engine. */
const OPERATED: Array<[string, string, string]> = [
  ['postgresql.cnpg.io', 'Cluster', 'postgresql'],
  ['k8s.mariadb.com', 'MariaDB', 'mariadb'],
];

/** The database or cache that an image is known to hold. */
export function engineOfImage(
  image: string,
): { engine: string; role: Deployed['role'] } | undefined {
  const name = splitImage(image).name.split('/').at(-1) ?? '';
  const found = ENGINES.find(([pattern]) => pattern.test(name));
  return found && { engine: found[1], role: found[2] };
}

/** The engine that an operator runs for a resource. */
export function engineOfOperated(
  apiVersion: string,
  kind: string,
): string | undefined {
  const group = apiVersion.split('/')[0];
  return OPERATED.find(entry => entry[0] === group && entry[1] === kind)?.[2];
}

/** An image's name with its registry, and its tag where it has one. */
export function splitImage(image: string): { name: string; tag?: string } {
  const [untilDigest] = image.split('@');
  const colon = untilDigest.indexOf(':', untilDigest.lastIndexOf('/') + 1);
  return colon < 0
    ? { name: untilDigest }
    : {
        name: untilDigest.slice(0, colon),
        tag: untilDigest.slice(colon + 1) || undefined,
      };
}

import type { KindRegistry } from '../kinds/KindRegistry';
import type { Kind } from '../kinds/types';
import { unknownPath } from '../resources/status';

/** The version that clients compare theirs with. */
export const VERSION = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.4+sandbox',
  gitCommit: '59526cd4867447956156ae3a602fcbac10a2c335',
  gitTreeState: 'clean',
  buildDate: '2025-04-22T15:56:28Z',
  goVersion: 'go1.23.6',
  compiler: 'gc',
  platform: 'linux/amd64',
};

/** Resources that are asked, not kept. */
const REVIEWS: Array<[apiVersion: string, kind: string]> = [
  ['authentication.k8s.io/v1', 'SelfSubjectReview'],
  ['authentication.k8s.io/v1', 'TokenReview'],
  ['authorization.k8s.io/v1', 'LocalSubjectAccessReview'],
  ['authorization.k8s.io/v1', 'SelfSubjectAccessReview'],
  ['authorization.k8s.io/v1', 'SelfSubjectRulesReview'],
  ['authorization.k8s.io/v1', 'SubjectAccessReview'],
];

interface Served {
  kind: string;
  plural: string;
  singular: string;
  namespaced: boolean;
  shortNames: string[];
  categories: string[];
  verbs: string[];
  subresources: string[];
}

/** What is served under each group and version, in the order in which clients try groups. */
function served(kinds: KindRegistry): Map<string, Served[]> {
  const versions = new Map<string, Served[]>([['v1', []]]);
  const add = (apiVersion: string, one: Served) => {
    versions.set(apiVersion, [...(versions.get(apiVersion) ?? []), one]);
  };
  for (const kind of kinds.all()) {
    add(kind.apiVersion, kind);
  }
  for (const [apiVersion, kind] of REVIEWS) {
    add(apiVersion, {
      kind,
      plural: `${kind.toLowerCase()}s`,
      singular: kind.toLowerCase(),
      namespaced: kind.startsWith('Local'),
      shortNames: [],
      categories: [],
      verbs: ['create'],
      subresources: [],
    });
  }
  return versions;
}

const groupOf = (apiVersion: string) =>
  apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
const versionOf = (apiVersion: string) => apiVersion.split('/').pop()!;

/** What subresources take and give, where it isn't the object itself. */
const TYPES: Record<
  string,
  { group: string; version: string; kind: string } | undefined
> = {
  scale: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
  eviction: { group: 'policy', version: 'v1', kind: 'Eviction' },
  binding: { group: '', version: 'v1', kind: 'Binding' },
  token: {
    group: 'authentication.k8s.io',
    version: 'v1',
    kind: 'TokenRequest',
  },
};

/** How a subresource is asked for. */
function subresourceOf(one: Served, name: string) {
  const type = TYPES[name];
  const verbs: Record<string, string[]> = {
    log: ['get'],
    eviction: ['create'],
    binding: ['create'],
    token: ['create'],
    finalize: ['update'],
  };
  return {
    type,
    kind: (type ?? one).kind,
    verbs: verbs[name] ?? ['get', 'patch', 'update'],
  };
}

/** `/api/v1`, `/apis/apps/v1` … */
export function resourceList(kinds: KindRegistry, apiVersion: string) {
  const list = served(kinds).get(apiVersion);
  if (!list) {
    throw unknownPath();
  }
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersion,
    resources: list.flatMap(one => [
      {
        name: one.plural,
        singularName: one.singular,
        namespaced: one.namespaced,
        kind: one.kind,
        verbs: one.verbs,
        ...(one.shortNames.length && { shortNames: one.shortNames }),
        ...(one.categories.length && { categories: one.categories }),
        storageVersionHash: '',
      },
      ...one.subresources.map(name => {
        const { type, kind, verbs } = subresourceOf(one, name);
        return {
          name: `${one.plural}/${name}`,
          singularName: '',
          namespaced: one.namespaced,
          ...(type && { group: type.group, version: type.version }),
          kind,
          verbs,
        };
      }),
    ]),
  };
}

function groups(kinds: KindRegistry): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const apiVersion of served(kinds).keys()) {
    const group = groupOf(apiVersion);
    result.set(group, [...(result.get(group) ?? []), apiVersion]);
  }
  return result;
}

function groupObject(name: string, versions: string[]) {
  const list = versions.map(groupVersion => ({
    groupVersion,
    version: versionOf(groupVersion),
  }));
  return { name, versions: list, preferredVersion: list[0] };
}

/** `/apis` */
export function groupList(kinds: KindRegistry) {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [...groups(kinds)]
      .filter(([name]) => name)
      .map(([name, versions]) => groupObject(name, versions)),
  };
}

/** `/apis/apps` */
export function groupDetail(kinds: KindRegistry, name: string) {
  const versions = name ? groups(kinds).get(name) : undefined;
  if (!versions) {
    throw unknownPath();
  }
  return { kind: 'APIGroup', apiVersion: 'v1', ...groupObject(name, versions) };
}

/** `/api` */
export function coreVersions(address: string) {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: address },
    ],
  };
}

/** `/api` and `/apis` in one go, for clients that accept `apidiscovery.k8s.io`. */
export function aggregatedDiscovery(kinds: KindRegistry, core: boolean) {
  const all = served(kinds);
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: [...groups(kinds)]
      .filter(([name]) => (name === '') === core)
      .map(([name, versions]) => ({
        metadata: { name, creationTimestamp: null },
        versions: versions.map(apiVersion => ({
          version: versionOf(apiVersion),
          freshness: 'Current',
          resources: all
            .get(apiVersion)!
            .map(one => aggregatedResource(one, apiVersion)),
        })),
      })),
  };
}

function aggregatedResource(one: Served, apiVersion: string) {
  const own = {
    group: groupOf(apiVersion),
    version: versionOf(apiVersion),
    kind: one.kind,
  };
  return {
    resource: one.plural,
    responseKind: own,
    scope: one.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: one.singular,
    verbs: one.verbs,
    ...(one.shortNames.length && { shortNames: one.shortNames }),
    ...(one.categories.length && { categories: one.categories }),
    ...(one.subresources.length && {
      subresources: one.subresources.map(name => {
        const { type, verbs } = subresourceOf(one, name);
        return { subresource: name, responseKind: type ?? own, verbs };
      }),
    }),
  };
}

/** The kinds of a group and version, for OpenAPI. */
export function kindsOf(kinds: KindRegistry, apiVersion: string): Kind[] {
  return kinds.all().filter(kind => kind.apiVersion === apiVersion);
}

/** All groups and versions. */
export function apiVersions(kinds: KindRegistry): string[] {
  return [...served(kinds).keys()];
}

import type { KubeObject } from '../kubernetes/types';
import { matchesGlob } from './glob';
import { groupOf } from './names';
import type { ApplicationSpec } from './types';

const IN_CLUSTER = [
  'https://kubernetes.default.svc',
  'https://kubernetes.default.svc.cluster.local',
];

interface KindPattern {
  group: string;
  kind: string;
}

/** True where an Application deploys to the cluster that Argo CD runs in. */
export function isInCluster({ destination }: ApplicationSpec): boolean {
  return destination?.server
    ? IN_CLUSTER.includes(destination.server)
    : destination?.name === 'in-cluster';
}

/** Why the project doesn't let this Application be; undefined when it does. */
export function projectRefusal(
  project: KubeObject,
  spec: ApplicationSpec,
): string | undefined {
  const sources = spec.sources ?? (spec.source ? [spec.source] : []);
  for (const { repoURL } of sources) {
    if (
      !project.spec?.sourceRepos?.some((pattern: string) =>
        matches(pattern, repoURL),
      )
    ) {
      return `application repo ${repoURL} is not permitted in project '${spec.project}'`;
    }
  }
  const { server = '', name = '', namespace = '' } = spec.destination;
  if (namespace && !allowsNamespace(project, namespace)) {
    return `application destination server '${
      server || name
    }' and namespace '${namespace}' do not match any of the allowed destinations in project '${
      spec.project
    }'`;
  }
  return undefined;
}

/** Why the project doesn't let this object be deployed; undefined when it does. */
export function resourceRefusal(
  project: KubeObject,
  object: KubeObject,
): string | undefined {
  const { spec = {}, metadata } = project;
  const kind = { group: groupOf(object.apiVersion), kind: object.kind };
  const { namespace } = object.metadata;
  const within = (list?: KindPattern[]) =>
    Boolean(
      list?.some(
        one => matches(one.group, kind.group) && matches(one.kind, kind.kind),
      ),
    );
  const permitted = namespace
    ? (!spec.namespaceResourceWhitelist ||
        within(spec.namespaceResourceWhitelist)) &&
      !within(spec.namespaceResourceBlacklist)
    : within(spec.clusterResourceWhitelist) &&
      !within(spec.clusterResourceBlacklist);
  if (!permitted) {
    return `resource ${kind.group}:${kind.kind} is not permitted in project ${metadata.name}`;
  }
  return namespace && !allowsNamespace(project, namespace)
    ? `namespace ${namespace} is not permitted in project '${metadata.name}'`
    : undefined;
}

function allowsNamespace(project: KubeObject, namespace: string): boolean {
  const destinations: Array<{
    server?: string;
    name?: string;
    namespace?: string;
  }> = project.spec?.destinations ?? [];
  const denied = destinations.some(
    one =>
      one.namespace?.startsWith('!') &&
      matches(one.namespace.slice(1), namespace),
  );
  return (
    !denied &&
    destinations.some(
      one =>
        matches(one.namespace ?? '', namespace) &&
        (IN_CLUSTER.some(server => matches(one.server ?? '', server)) ||
          matches(one.name ?? '', 'in-cluster')),
    )
  );
}

// In projects a `*` alone is everything, slashes included.
function matches(pattern: string, text: string): boolean {
  return pattern === '*' || matchesGlob(pattern, text);
}

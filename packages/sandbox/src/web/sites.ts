import type { ClusterApi, KubeObject } from '../kubernetes/types';

/** What a host would show. */
export interface Site {
  host: string;
  title: string;
  environment: string;
  application: string;
  /** Of the main container, where there is one. */
  image?: string;
  /** `starting` comes, `asleep` was put to sleep, `absent` has nothing behind it. */
  state: 'ready' | 'starting' | 'asleep' | 'absent';
  /** What kind of site it looks like. */
  looks: 'wordpress' | 'ghost' | 'site';
}

const TITLE = 'aiops-portal.io/title';
const BLUEPRINT = 'aiops-portal.io/blueprint';

/** All hosts that some Ingress names, sorted. */
export function hostsOf(cluster: ClusterApi): string[] {
  const hosts = ingresses(cluster).flatMap(({ spec }) =>
    (spec?.rules ?? []).map((rule: { host?: string }) => rule.host ?? ''),
  );
  return [...new Set<string>(hosts.filter(Boolean))].sort();
}

/** What a host shows; undefined where no Ingress has it. */
export function siteAt(
  cluster: ClusterApi,
  host: string,
  path: string,
): Site | undefined {
  const found = route(cluster, host, path);
  if (!found) {
    return undefined;
  }
  const { ingress, service: serviceName } = found;
  const namespace = ingress.metadata.namespace ?? '';
  const service = serviceName
    ? cluster.get({
        apiVersion: 'v1',
        kind: 'Service',
        namespace,
        name: serviceName,
      })
    : undefined;
  const workload = service && workloadBehind(cluster, service);
  const image = workload?.spec.template?.spec?.containers?.[0]?.image;
  const environment = cluster.get({
    apiVersion: 'v1',
    kind: 'Namespace',
    name: namespace,
  });
  const application =
    workload?.metadata.name ?? serviceName ?? ingress.metadata.name;
  return {
    host,
    title: titleOf(workload) ?? titleOf(ingress) ?? application,
    environment: titleOf(environment) ?? namespace,
    application,
    image,
    state: stateOf(cluster, service, workload),
    looks: looksOf(workload?.metadata.annotations?.[BLUEPRINT], image),
  };
}

function ingresses(cluster: ClusterApi): KubeObject[] {
  return cluster.list('networking.k8s.io/v1', 'Ingress');
}

interface Route {
  ingress: KubeObject;
  service?: string;
  length: number;
}

/** The longest path wins, as with any ingress controller. */
function route(
  cluster: ClusterApi,
  host: string,
  path: string,
): Route | undefined {
  const routes: Route[] = [];
  for (const ingress of ingresses(cluster)) {
    for (const rule of ingress.spec?.rules ?? []) {
      if (!hostMatches(rule.host, host)) {
        continue;
      }
      const paths = rule.http?.paths ?? [];
      for (const one of paths) {
        const prefix = String(one.path ?? '/').replace(/\/$/, '');
        if (path === prefix || path.startsWith(`${prefix}/`)) {
          routes.push({
            ingress,
            service: one.backend?.service?.name,
            length: prefix.length,
          });
        }
      }
      if (!paths.length) {
        routes.push({ ingress, length: 0 });
      }
    }
  }
  return routes.sort((a, b) => b.length - a.length)[0];
}

function hostMatches(pattern: string | undefined, host: string): boolean {
  return pattern?.startsWith('*.')
    ? host.split('.').slice(1).join('.') === pattern.slice(2)
    : pattern === host;
}

function workloadBehind(
  cluster: ClusterApi,
  service: KubeObject,
): KubeObject | undefined {
  const { namespace } = service.metadata;
  const selector = Object.entries(service.spec?.selector ?? {});
  return ['Deployment', 'StatefulSet', 'DaemonSet']
    .flatMap(kind => cluster.list('apps/v1', kind, { namespace }))
    .find(({ spec }) => {
      const labels = spec?.template?.metadata?.labels ?? {};
      return (
        selector.length &&
        selector.every(([key, value]) => labels[key] === value)
      );
    });
}

function stateOf(
  cluster: ClusterApi,
  service?: KubeObject,
  workload?: KubeObject,
): Site['state'] {
  if (!service || !workload) {
    return 'absent';
  }
  if (workload.kind !== 'DaemonSet' && workload.spec.replicas === 0) {
    return 'asleep';
  }
  const { namespace, name } = service.metadata;
  const reachable = cluster
    .list('discovery.k8s.io/v1', 'EndpointSlice', { namespace })
    .filter(
      ({ metadata }) =>
        metadata.labels?.['kubernetes.io/service-name'] === name,
    )
    .flatMap(slice => slice.endpoints ?? [])
    .some(
      (endpoint: { conditions?: { ready?: boolean } }) =>
        endpoint.conditions?.ready !== false,
    );
  return reachable ? 'ready' : 'starting';
}

function looksOf(blueprint: string | undefined, image = ''): Site['looks'] {
  const name = blueprint ?? image.split('/').at(-1)?.split(/[:@]/)[0];
  return name === 'wordpress' || name === 'ghost' ? name : 'site';
}

function titleOf(object: KubeObject | undefined): string | undefined {
  return object?.metadata.annotations?.[TITLE] || undefined;
}

import { execFileSync } from 'node:child_process';

/**
 * What not every cluster can do: an API server alone has no `controllers`, a
 * control plane without machines runs no `pods`, and few have `metrics`, a
 * default class for `volumes`, or stream lists as `watch lists`; a young one
 * still knows all of its past, so that nothing is `too old`; and bookmarks need
 * etcd 3.5 behind it.
 */
export type Ability =
  | 'controllers'
  | 'pods'
  | 'metrics'
  | 'volumes'
  | 'watch lists'
  | 'too old'
  | 'bookmarks';

/** Asks a cluster what it can't do, with the reason of each. */
export function findAbilities(
  kubeconfig: string,
): Partial<Record<Ability, string>> {
  const ask = (...args: string[]) => {
    try {
      return execFileSync('kubectl', args, {
        encoding: 'utf8',
        env: { ...process.env, KUBECONFIG: kubeconfig },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      return { refusal: String((error as { stderr?: string }).stderr) };
    }
  };
  const missing: Partial<Record<Ability, string>> = {};
  const account = ask('get', 'serviceaccount', 'default', '-n', 'default');
  if (typeof account !== 'string') {
    missing.controllers =
      'no controllers work on the cluster: nobody gave its namespace "default" a service account';
  }
  const nodes = ask('get', 'nodes', '-o', 'json');
  const ready =
    typeof nodes === 'string' &&
    JSON.parse(nodes).items.some((node: any) =>
      node.status?.conditions?.some(
        (one: any) => one.type === 'Ready' && one.status === 'True',
      ),
    );
  if (!ready || missing.controllers) {
    missing.pods =
      missing.controllers ?? 'the cluster has no node that is ready';
  }
  const metrics = ask('get', '--raw', '/apis/metrics.k8s.io/v1beta1/nodes');
  if (typeof metrics !== 'string' || missing.pods) {
    missing.metrics = missing.pods ?? 'the cluster serves no metrics';
  }
  const classes = ask('get', 'storageclasses', '-o', 'json');
  const byDefault =
    typeof classes === 'string' &&
    classes.includes('"storageclass.kubernetes.io/is-default-class": "true"');
  if (!byDefault || missing.pods) {
    missing.volumes =
      missing.pods ?? 'the cluster has no default storage class';
  }
  const watch = (query: string) => {
    const path = `/api/v1/configmaps?watch=true&timeoutSeconds=1&${query}`;
    const answer = ask('get', '--raw', path);
    return typeof answer === 'string' ? answer : `"code":0`;
  };
  const initial =
    'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';
  if (/"code":(?!410)/.test(watch(initial))) {
    missing['watch lists'] = 'the cluster does not stream lists';
  }
  if (!/"code":410/.test(watch('resourceVersion=1'))) {
    missing['too old'] = 'the cluster still knows every change that ever was';
  }
  const now = JSON.parse(
    String(ask('get', '--raw', '/api/v1/configmaps?limit=1')),
  ).metadata.resourceVersion;
  if (
    /"code":/.test(watch(`allowWatchBookmarks=true&resourceVersion=${now}`))
  ) {
    missing.bookmarks = 'what is behind the cluster can not give bookmarks';
  }
  return missing;
}

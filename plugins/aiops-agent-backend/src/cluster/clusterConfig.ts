import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** How to reach one cluster. */
export interface ClusterConnection {
  name: string;
  url: string;
  /** Token of a service account that may read, without Secrets. */
  token?: string;
  /** PEM in base64. */
  caData?: string;
  skipTLSVerify?: boolean;
}

/**
 * The cluster among `kubernetes.clusterLocatorMethods[].clusters[]` that
 * `aiopsAgent.cluster` names; the first where it names none.
 *
 * @throws InputError when there is no such cluster.
 */
export function readClusterConnection(
  config: RootConfigService,
): ClusterConnection {
  const clusters = (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  ).flatMap(method => method.getOptionalConfigArray('clusters') ?? []);
  const wanted = config.getOptionalString('aiopsAgent.cluster');
  const found = wanted
    ? clusters.find(cluster => cluster.getString('name') === wanted)
    : clusters[0];
  if (!found) {
    throw new InputError(
      wanted
        ? `aiopsAgent.cluster is ${JSON.stringify(
            wanted,
          )}, but kubernetes.clusterLocatorMethods has no cluster of that name.`
        : 'kubernetes.clusterLocatorMethods has no cluster. Add one of type config, with name, url and serviceAccountToken.',
    );
  }
  const url = found.getString('url');
  const skipTLSVerify = found.getOptionalBoolean('skipTLSVerify') ?? false;
  checkUrl(found.getString('name'), url, skipTLSVerify);
  return {
    name: found.getString('name'),
    url,
    token: found.getOptionalString('serviceAccountToken'),
    caData: found.getOptionalString('caData'),
    skipTLSVerify,
  };
}

/** A token goes in the clear only where it stays on this machine. */
function checkUrl(name: string, text: string, skipTLSVerify: boolean): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback =
    url?.hostname === 'localhost' ||
    /^(127\.|\[::1\])/.test(url?.hostname ?? '');
  if (
    url?.protocol !== 'https:' &&
    !(url?.protocol === 'http:' && (loopback || skipTLSVerify))
  ) {
    throw new InputError(
      `The url of the cluster ${name} must begin with https, or with http where the cluster is on this machine or skipTLSVerify is set.`,
    );
  }
}

import type { ClusterApi, KubeObject } from '../kubernetes';

const API = 'networking.k8s.io/v1';
/** Where the company's ingress controller would be reached from outside. */
const ADDRESS = [{ ip: '192.168.40.10' }];

/** Gives each Ingress the controller's address, as Traefik does; returns how to stop. */
export function publishIngresses(cluster: ClusterApi): () => void {
  const publish = ({ apiVersion, kind, metadata }: KubeObject) => {
    const { namespace, name } = metadata;
    const ref = { apiVersion, kind, namespace, name };
    const ingress = cluster.get(ref);
    if (ingress && !ingress.status?.loadBalancer?.ingress?.length) {
      cluster.patch(
        ref,
        { status: { loadBalancer: { ingress: ADDRESS } } },
        'status',
      );
    }
  };
  cluster.list(API, 'Ingress').forEach(publish);
  return cluster.onEvent(({ type, object }) => {
    if (
      type === 'ADDED' &&
      object.apiVersion === API &&
      object.kind === 'Ingress'
    ) {
      // Not in the midst of its creation.
      setImmediate(() => publish(object));
    }
  });
}

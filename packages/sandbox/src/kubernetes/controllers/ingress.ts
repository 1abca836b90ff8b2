import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from './types';

/** Where the cluster's ingress controller would be reached from outside. */
export const OUTSIDE = '192.168.40.10';

/** Gives Ingresses of a class that exists the address of the cluster's ingress. */
export function ingressController({
  store,
  resources,
}: ControllerContext): Controller {
  const kind = 'networking.k8s.io/v1/Ingress';
  const classes = 'networking.k8s.io/v1/IngressClass';
  return {
    name: 'ingress',
    concerns({ kind: changed, object }) {
      if (changed === kind) {
        return [keyOf(object)];
      }
      return changed === classes ? store.list(kind).map(keyOf) : [];
    },
    reconcile(key) {
      const ingress = store.get(kind, ...fromKey(key));
      if (!ingress) {
        return;
      }
      const name = ingress.spec.ingressClassName;
      const served = name
        ? store.get(classes, '', name) !== undefined
        : store.list(classes).some(isDefault);
      const given = ingress.status?.loadBalancer?.ingress;
      resources.setStatus(ingress, {
        loadBalancer: served ? { ingress: given ?? [{ ip: OUTSIDE }] } : {},
      });
    },
  };
}

function isDefault(object: {
  metadata: { annotations?: Record<string, string> };
}) {
  return (
    object.metadata.annotations?.[
      'ingressclass.kubernetes.io/is-default-class'
    ] === 'true'
  );
}

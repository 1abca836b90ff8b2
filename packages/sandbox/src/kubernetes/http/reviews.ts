import { may, type Caller } from './identity';

/** `kubectl auth can-i`. */
export function accessReview(caller: Caller, body: any): unknown {
  const spec = body?.spec ?? {};
  const wish = spec.resourceAttributes;
  const allowed = wish
    ? may(caller, {
        verb: wish.verb ?? '*',
        group: wish.group ?? '',
        resource: wish.resource ?? '*',
        subresource: wish.subresource,
        namespace: wish.namespace,
        name: wish.name,
      })
    : caller.role === 'admin' ||
      (caller.role === 'reader' && spec.nonResourceAttributes?.verb === 'get');
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { creationTimestamp: null },
    spec,
    status: {
      allowed,
      ...(allowed && { reason: `RBAC: allowed to the role "${caller.role}"` }),
    },
  };
}

/** `kubectl auth can-i --list`. */
export function rulesReview(caller: Caller, body: any): unknown {
  const rule = (verbs: string[], apiGroups: string[], resources: string[]) => ({
    verbs,
    apiGroups,
    resources,
  });
  const reviews = rule(
    ['create'],
    ['authorization.k8s.io', 'authentication.k8s.io'],
    [
      'selfsubjectaccessreviews',
      'selfsubjectrulesreviews',
      'selfsubjectreviews',
    ],
  );
  const rules = {
    admin: [rule(['*'], ['*'], ['*'])],
    reader: [
      reviews,
      // Everything of the core group but Secrets.
      rule(
        ['get', 'list', 'watch'],
        [''],
        [
          'configmaps',
          'endpoints',
          'events',
          'limitranges',
          'namespaces',
          'nodes',
          'persistentvolumeclaims',
          'persistentvolumes',
          'pods',
          'pods/log',
          'replicationcontrollers',
          'resourcequotas',
          'serviceaccounts',
          'services',
        ],
      ),
      rule(
        ['get', 'list', 'watch'],
        [
          'apps',
          'batch',
          'autoscaling',
          'networking.k8s.io',
          'policy',
          'storage.k8s.io',
          'rbac.authorization.k8s.io',
          'discovery.k8s.io',
          'metrics.k8s.io',
          'external-secrets.io',
          'velero.io',
          'monitoring.coreos.com',
          'cert-manager.io',
          'argoproj.io',
        ],
        ['*'],
      ),
      rule(['patch'], ['argoproj.io'], ['applications']),
    ],
    none: [reviews],
  }[caller.role];
  return {
    kind: 'SelfSubjectRulesReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { creationTimestamp: null },
    spec: body?.spec ?? {},
    status: {
      resourceRules: rules,
      nonResourceRules:
        caller.role === 'admin'
          ? [{ verbs: ['*'], nonResourceURLs: ['*'] }]
          : [
              {
                verbs: ['get'],
                nonResourceURLs: ['/api', '/apis', '/version'],
              },
            ],
      incomplete: false,
    },
  };
}

/** `kubectl auth whoami`. */
export function selfReview(caller: Caller): unknown {
  return {
    kind: 'SelfSubjectReview',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { creationTimestamp: null },
    status: {
      userInfo: {
        username: caller.name,
        groups: [...caller.groups, 'system:authenticated'],
      },
    },
  };
}

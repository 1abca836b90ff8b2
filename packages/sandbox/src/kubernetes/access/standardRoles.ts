import type { Rule } from './types';

const RBAC = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];
const CHANGE = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const rule = (verbs: string[], group: string, resources: string): Rule => ({
  verbs,
  apiGroups: [group],
  resources: resources.split(' '),
});

/** What people of a namespace may see: not its Secrets, nor who may do what. */
const VIEW = [
  rule(
    READ,
    '',
    'bindings configmaps endpoints events limitranges namespaces namespaces/status persistentvolumeclaims persistentvolumeclaims/status pods pods/log pods/status replicationcontrollers replicationcontrollers/scale replicationcontrollers/status resourcequotas resourcequotas/status serviceaccounts services services/status',
  ),
  rule(READ, 'discovery.k8s.io', 'endpointslices'),
  rule(
    READ,
    'apps',
    'controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status',
  ),
  rule(
    READ,
    'autoscaling',
    'horizontalpodautoscalers horizontalpodautoscalers/status',
  ),
  rule(READ, 'batch', 'cronjobs cronjobs/status jobs jobs/status'),
  rule(READ, 'policy', 'poddisruptionbudgets poddisruptionbudgets/status'),
  rule(READ, 'networking.k8s.io', 'ingresses ingresses/status networkpolicies'),
  rule(READ, 'metrics.k8s.io', 'pods'),
];

const EDIT = [
  ...VIEW,
  rule(READ, '', 'secrets'),
  rule(
    CHANGE,
    '',
    'configmaps events persistentvolumeclaims pods replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services',
  ),
  rule(['create'], '', 'pods/eviction serviceaccounts/token'),
  rule(
    CHANGE,
    'apps',
    'daemonsets deployments deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale',
  ),
  rule(CHANGE, 'autoscaling', 'horizontalpodautoscalers'),
  rule(CHANGE, 'batch', 'cronjobs jobs'),
  rule(CHANGE, 'policy', 'poddisruptionbudgets'),
  rule(CHANGE, 'networking.k8s.io', 'ingresses networkpolicies'),
  rule([...CHANGE, ...READ], 'coordination.k8s.io', 'leases'),
];

const ADMIN = [
  ...EDIT,
  rule(['create'], 'authorization.k8s.io', 'localsubjectaccessreviews'),
  rule([...CHANGE, ...READ], RBAC, 'rolebindings roles'),
];

const ROLES: Record<string, Rule[]> = {
  'cluster-admin': [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['*'], nonResourceURLs: ['*'] },
  ],
  admin: ADMIN,
  edit: EDIT,
  view: VIEW,
  'system:basic-user': [
    rule(
      ['create'],
      'authorization.k8s.io',
      'selfsubjectaccessreviews selfsubjectrulesreviews',
    ),
    rule(['create'], 'authentication.k8s.io', 'selfsubjectreviews'),
  ],
  'system:discovery': [
    {
      verbs: ['get'],
      nonResourceURLs:
        '/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/'.split(
          ' ',
        ),
    },
  ],
};

const BOUND: Record<string, string> = {
  'cluster-admin': 'system:masters',
  'system:basic-user': 'system:authenticated',
  'system:discovery': 'system:authenticated',
};

/** The ClusterRoles that every cluster has, and who has them from the beginning. */
export function standardRoles(): unknown[] {
  const metadata = (name: string) => ({
    name,
    labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
  });
  return [
    ...Object.entries(ROLES).map(([name, rules]) => ({
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata: metadata(name),
      rules,
    })),
    ...Object.entries(BOUND).map(([name, group]) => ({
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: metadata(name),
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: [{ apiGroup: RBAC, kind: 'Group', name: group }],
    })),
  ];
}

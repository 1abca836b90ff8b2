import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';
import type { Caller, Rule } from './types';

const RBAC = 'rbac.authorization.k8s.io/v1';

/**
 * The rules that bindings give a caller: those of the whole cluster, and those
 * of the namespace when there is one.
 */
export function boundRules(
  store: ObjectStore,
  caller: Caller,
  namespace?: string,
): Rule[] {
  const bindings = [
    ...store.list(`${RBAC}/ClusterRoleBinding`),
    ...(namespace ? store.list(`${RBAC}/RoleBinding`, namespace) : []),
  ];
  return bindings
    .filter(binding => binds(binding, caller))
    .flatMap(binding => rulesOf(store, binding));
}

function binds(binding: KubeObject, { name, groups }: Caller): boolean {
  return (binding.subjects ?? []).some((subject: any) => {
    switch (subject.kind) {
      case 'User':
        return subject.name === name;
      case 'Group':
        return groups.includes(subject.name);
      default:
        return (
          name ===
          serviceAccountName(
            subject.namespace ?? binding.metadata.namespace,
            subject.name,
          )
        );
    }
  });
}

/** A binding to a role that isn't there gives nothing. */
function rulesOf(store: ObjectStore, binding: KubeObject): Rule[] {
  const { kind, name } = binding.roleRef;
  const namespace = kind === 'Role' ? binding.metadata.namespace ?? '' : '';
  return store.get(`${RBAC}/${kind}`, namespace, name)?.rules ?? [];
}

/** The user that a service account is. */
export function serviceAccountName(namespace: string, name: string): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

/** The groups of a user by name: everybody who is known, and service accounts also theirs. */
export function standingGroups(user: string): string[] {
  const [, namespace] =
    /^system:serviceaccount:([^:]+):[^:]+$/.exec(user) ?? [];
  return [
    ...(namespace
      ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`]
      : []),
    'system:authenticated',
  ];
}

import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/**
 * What only members of the admin groups may do. The Kubernetes proxy reaches
 * the cluster with the portal's own account; the catalog's and the
 * scaffolder's management permissions concern everybody's things; a review
 * reads what others said.
 */
const ADMIN_PERMISSIONS = new Set([
  'aiops-agent.review',
  'kubernetes.proxy',
  'catalog.entity.delete',
  'catalog.entity.refresh',
  'catalog.location.create',
  'catalog.location.delete',
  'catalog.location.analyze',
  'scaffolder.template.management',
]);

/**
 * Who is signed in may use the portal; admins may do more. What a change may
 * do is not decided here but by the Cedar policies in Git.
 */
export class PortalPermissionPolicy implements PermissionPolicy {
  readonly #adminGroupRefs: Set<string>;

  /** @param adminGroups - Names of groups, such as `platform-admins`. */
  constructor(adminGroups: string[]) {
    this.#adminGroupRefs = new Set(
      adminGroups.map(name => `group:default/${name}`),
    );
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    if (!ADMIN_PERMISSIONS.has(request.permission.name)) {
      return { result: AuthorizeResult.ALLOW };
    }
    const admin = user.info.ownershipEntityRefs.some(ref =>
      this.#adminGroupRefs.has(ref),
    );
    return { result: admin ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
  }
}

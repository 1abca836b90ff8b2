import { createPermission } from '@backstage/plugin-permission-common';

/** May talk to the assistant and read what it answers. */
export const aiopsAgentUsePermission = createPermission({
  name: 'aiops-agent.use',
  attributes: { action: 'read' },
});

/** May agree to plans. What a plan may do is decided by the policies in Git. */
export const aiopsAgentRequestPermission = createPermission({
  name: 'aiops-agent.request',
  attributes: { action: 'create' },
});

/** May approve or reject the requests of others, as far as the policies say. */
export const aiopsAgentApprovePermission = createPermission({
  name: 'aiops-agent.approve',
  attributes: { action: 'update' },
});

/**
 * May look at how messages were understood, and read those that their authors
 * gave feedback on. For admins.
 */
export const aiopsAgentReviewPermission = createPermission({
  name: 'aiops-agent.review',
  attributes: { action: 'update' },
});

/** Every permission of the assistant. */
export const aiopsAgentPermissions = [
  aiopsAgentUsePermission,
  aiopsAgentRequestPermission,
  aiopsAgentApprovePermission,
  aiopsAgentReviewPermission,
];

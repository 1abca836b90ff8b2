/**
 * The credentials of the sandbox. They are no secret: everything that they
 * open listens on loopback, answers to names of this machine only, and holds
 * nothing but an invented company.
 */
export const credentials = {
  cluster: { admin: 'sandbox-admin', portal: 'sandbox-portal' },
  git: { username: 'portal', password: 'sandbox-git' },
  vault: { root: 'sandbox-root', portal: 'sandbox-portal' },
  openid: { clientId: 'portal', clientSecret: 'sandbox-portal-client' },
} as const;

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { PortalPermissionPolicy } from './policy';

const userIn = (...groups: string[]) =>
  ({
    info: {
      userEntityRef: 'user:default/someone',
      ownershipEntityRefs: groups.map(name => `group:default/${name}`),
    },
  } as PolicyQueryUser);

const asking = (name: string) => ({
  permission: { type: 'basic' as const, name, attributes: {} },
});

describe('PortalPermissionPolicy', () => {
  const policy = new PortalPermissionPolicy(['platform-admins']);

  it.each([
    ['the catalog', 'catalog.entity.read', userIn(), AuthorizeResult.ALLOW],
    ['the assistant', 'aiops-agent.use', userIn(), AuthorizeResult.ALLOW],
    [
      'the cluster proxy as a developer',
      'kubernetes.proxy',
      userIn('developers'),
      AuthorizeResult.DENY,
    ],
    [
      'the cluster proxy as an admin',
      'kubernetes.proxy',
      userIn('platform-admins'),
      AuthorizeResult.ALLOW,
    ],
    [
      'anything without a user',
      'catalog.entity.read',
      undefined,
      AuthorizeResult.DENY,
    ],
  ])('decides on %s', async (_what, permission, user, result) => {
    await expect(policy.handle(asking(permission), user)).resolves.toEqual({
      result,
    });
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { assertSandboxOnly, sandboxClaim } from './sandboxGuard';

const places = {
  kubernetes: 'http://127.0.0.1:7101',
  git: 'http://127.0.0.1:7102',
  vault: 'http://127.0.0.1:7103',
};
const cluster = (url: string) => ({
  clusterLocatorMethods: [
    {
      type: 'config',
      clusters: [{ name: 'sandbox', url, authProvider: 'serviceAccount' }],
    },
  ],
});
const check =
  (data: JsonObject, claim: unknown = places) =>
  () => {
    const found = sandboxClaim({ issuer: 'x', aiops_portal_sandbox: claim });
    assertSandboxOnly(mockServices.rootConfig({ data }), found!);
  };

describe("the sandbox's issuer", () => {
  it('goes with its own cluster, remote and Vault, by either name of this machine', () => {
    expect(
      check({
        aiopsAgent: {
          git: { url: 'http://localhost:7102/platform.git' },
          vault: { address: 'http://127.0.0.1:7103/' },
        },
        kubernetes: cluster('http://127.0.0.1:7101'),
      }),
    ).not.toThrow();
    expect(check({})).not.toThrow();
  });

  it.each([
    [
      { aiopsAgent: { git: { url: 'https://me:pass@git.example.com/p.git' } } },
      'aiopsAgent.git.url (https://git.example.com)',
    ],
    [
      { aiopsAgent: { git: { url: 'git@git.example.com:p.git' } } },
      'aiopsAgent.git.url (not a URL)',
    ],
    [
      { aiopsAgent: { vault: { address: 'https://vault.example.com' } } },
      'aiopsAgent.vault.address',
    ],
    // A tunnel to a real cluster ends on this machine, too.
    [
      { kubernetes: cluster('https://127.0.0.1:6443') },
      'cluster sandbox (https://127.0.0.1:6443)',
    ],
    [
      {
        kubernetes: { clusterLocatorMethods: [{ type: 'localKubectlProxy' }] },
      },
      'type localKubectlProxy',
    ],
  ])('refuses what is not the sandbox: %j', (data, named) => {
    expect(check(data)).toThrow(named);
    expect(check(data)).toThrow(
      /^Sign-in is the sandbox's, where anybody may be anyone/,
    );
    expect(check(data)).not.toThrow(/pass/);
  });

  it('matches nothing when it names no places, and other issuers are not asked', () => {
    const git = {
      aiopsAgent: { git: { url: 'http://127.0.0.1:7102/platform.git' } },
    };
    expect(check(git, true)).toThrow('aiopsAgent.git.url');
    expect(sandboxClaim({ issuer: 'https://sso.example.com' })).toBeUndefined();
    expect(sandboxClaim('nonsense')).toBeUndefined();
  });
});

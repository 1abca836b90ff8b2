import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readString, readRecord, type Json } from './json';

/**
 * What the sandbox's issuer says of itself in its discovery document, under
 * `aiops_portal_sandbox`: where its own cluster, Git remote and Vault are.
 */
export interface SandboxClaim {
  kubernetes: string;
  git: string;
  vault: string;
}

/**
 * The claim in a discovery document; undefined for an issuer that isn't the
 * sandbox's. A claim that names nothing matches nothing.
 */
export function sandboxClaim(discovery: Json): SandboxClaim | undefined {
  const claim = readRecord(discovery)?.aiops_portal_sandbox;
  if (claim === undefined || claim === false) {
    return undefined;
  }
  const places = readRecord(claim);
  return {
    kubernetes: readString(places?.kubernetes),
    git: readString(places?.git),
    vault: readString(places?.vault),
  };
}

/**
 * In the sandbox anybody is whoever they click on. That must never open
 * anything real, so its issuer goes with its own cluster, remote and Vault.
 *
 * @throws Error that names the settings that lead elsewhere.
 */
export function assertSandboxOnly(
  config: RootConfigService,
  claim: SandboxClaim,
): void {
  const elsewhere = targets(config).filter(
    ({ part, url }) => !url || !sameOrigin(url, claim[part]),
  );
  if (elsewhere.length) {
    const named = elsewhere
      .map(({ setting, url }) =>
        url ? `${setting} (${withoutLogin(url)})` : setting,
      )
      .join(', ');
    throw new Error(
      `Sign-in is the sandbox's, where anybody may be anyone, but these settings don't lead to the sandbox: ${named}. Use the sandbox for all of them, or a real issuer in auth.providers.corp.`,
    );
  }
}

interface Target {
  part: keyof SandboxClaim;
  setting: string;
  /** Absent where it can't be told from the configuration. */
  url?: string;
}

function targets(config: RootConfigService): Target[] {
  const found: Target[] = [];
  const single: Array<[keyof SandboxClaim, string]> = [
    ['git', 'aiopsAgent.git.url'],
    ['vault', 'aiopsAgent.vault.address'],
  ];
  for (const [part, setting] of single) {
    const url = config.getOptionalString(setting);
    if (url !== undefined) {
      found.push({ part, setting, url });
    }
  }
  const setting = 'kubernetes.clusterLocatorMethods';
  for (const method of config.getOptionalConfigArray(setting) ?? []) {
    const type = method.getString('type');
    if (type !== 'config') {
      found.push({ part: 'kubernetes', setting: `${setting} of type ${type}` });
      continue;
    }
    for (const cluster of method.getConfigArray('clusters')) {
      found.push({
        part: 'kubernetes',
        setting: `cluster ${cluster.getString('name')}`,
        url: cluster.getString('url'),
      });
    }
  }
  return found;
}

function sameOrigin(one: string, other: string): boolean {
  const origin = (address: string) => {
    const url = URL.parse(address);
    return (
      url &&
      `${url.protocol}//${url.host.replace(/^localhost(?=:|$)/, '127.0.0.1')}`
    );
  };
  const expected = origin(other);
  return Boolean(expected) && origin(one) === expected;
}

function withoutLogin(address: string): string {
  return URL.parse(address)?.origin ?? 'not a URL';
}

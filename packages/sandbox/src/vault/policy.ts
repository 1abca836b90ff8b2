/** What a token may do at a path, in Vault's words. */
export type Capability =
  | 'create'
  | 'read'
  | 'update'
  | 'delete'
  | 'list'
  | 'patch';

/** One path of a policy; `*` at the end matches any rest, `+` one segment. */
export interface PolicyRule {
  path: string;
  capabilities: Capability[];
}

/** A token and what its policies allow; no rules means that it is root. */
export interface VaultToken {
  token: string;
  displayName: string;
  rules?: PolicyRule[];
}

/** The portal writes the secrets of teams and reads what the owner may see once. */
export const PORTAL_RULES: PolicyRule[] = [
  { path: 'secret/data/teams/*', capabilities: ['create', 'update', 'read'] },
  { path: 'secret/metadata/teams/*', capabilities: ['read', 'list'] },
  { path: 'secret/subkeys/teams/*', capabilities: ['read'] },
];

/** True when some rule of the token covers the path with this capability. */
export function allows(
  token: VaultToken,
  path: string,
  capability: Capability,
): boolean {
  return (
    !token.rules ||
    token.rules.some(
      rule =>
        matches(rule.path, path) && rule.capabilities.includes(capability),
    )
  );
}

function matches(pattern: string, path: string): boolean {
  const open = pattern.endsWith('*');
  const source = (open ? pattern.slice(0, -1) : pattern)
    .split('+')
    .map(part => part.replace(/[.*?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${source}${open ? '' : '$'}`).test(path);
}

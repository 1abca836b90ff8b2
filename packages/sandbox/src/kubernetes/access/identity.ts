import type { IncomingMessage } from 'node:http';
import { forbidden, refusal } from '../resources/status';
import type { SandboxUser } from '../users';
import { standingGroups } from './bindings';
import type { ServiceAccountTokens } from './ServiceAccountTokens';
import type { Caller } from './types';

const TOKEN_PATH = /^\/token\/([^/]+)(?=\/|$)/;

/**
 * The server's address for a client that sends no token without TLS, as
 * `kubectl` doesn't. A password in the address would do for `kubectl`, but
 * `fetch` refuses such ones.
 */
export function addressWithToken(url: string, token: string): string {
  return `${url}/token/${encodeURIComponent(token)}`;
}

/** Parts a path into what names the caller, if it does, and the rest. */
export function splitTokenPath(path: string): { token?: string; rest: string } {
  const [prefix, token] = TOKEN_PATH.exec(path) ?? [];
  return prefix
    ? {
        token: decodeURIComponent(token),
        rest: path.slice(prefix.length) || '/',
      }
    : { rest: path };
}

/** Who there is: people by their tokens, and service accounts. */
export interface Identities {
  users: SandboxUser[];
  serviceAccounts: ServiceAccountTokens;
}

/** Whose token it is; undefined when it is nobody's. */
export function ownerOf(
  { users, serviceAccounts }: Identities,
  token: string,
): Caller | undefined {
  const user = users.find(one => one.token === token);
  return user
    ? known(user.name, user.groups, user.role)
    : serviceAccounts.owner(token);
}

/** Finds out who asks by the bearer token, or by that in the path. @throws 401 */
export function authenticate(
  req: IncomingMessage,
  identities: Identities,
  tokenInPath?: string,
): Caller {
  const [, bearer] =
    /^Bearer (.+)$/i.exec(req.headers.authorization ?? '') ?? [];
  const token = bearer ?? tokenInPath;
  const caller = token && ownerOf(identities, token);
  if (!caller) {
    throw refusal(401, 'Unauthorized', 'Unauthorized');
  }
  return impersonated(req, caller, identities.users);
}

/** `kubectl --as`: an admin may be anybody; what names that nobody has may do is said by roles alone. */
function impersonated(
  req: IncomingMessage,
  caller: Caller,
  users: SandboxUser[],
): Caller {
  const name = req.headers['impersonate-user'];
  if (typeof name !== 'string') {
    return caller;
  }
  if (caller.role !== 'admin') {
    throw forbidden(
      { group: '', plural: 'users' },
      name,
      `User "${caller.name}" cannot impersonate resource "users" in API group "" at the cluster scope`,
    );
  }
  const user = users.find(one => one.name === name);
  // Node joins headers that come several times.
  const groups = [req.headers['impersonate-group'] ?? []]
    .flat()
    .flatMap(list => list.split(/,\s*/));
  return known(
    name,
    user?.groups ?? groups,
    user?.role ?? (groups.includes('system:masters') ? 'admin' : 'none'),
  );
}

function known(name: string, groups: string[], role: Caller['role']): Caller {
  return {
    name,
    groups: [...new Set([...groups, ...standingGroups(name)])],
    role,
  };
}

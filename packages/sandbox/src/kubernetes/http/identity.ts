import type { IncomingMessage } from 'node:http';
import type { SandboxUser } from '../users';
import { forbidden, refusal } from '../resources/status';
import type { KubeObject } from '../types';
import { sameJson } from '../values/json';

/** Who asks. */
export type Caller = Omit<SandboxUser, 'token'>;

/** What somebody wants to do. */
export interface Wish {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

const READING = new Set(['get', 'list', 'watch']);
const REVIEWS = new Set(['authorization.k8s.io', 'authentication.k8s.io']);

const TOKEN_PATH = /^\/token\/([^/]+)(?=\/|$)/;

/** The server's address for a client that sends no token without TLS, as `kubectl` doesn't. */
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

/** Finds out who asks by the bearer token, or by that in the path. @throws 401 */
export function authenticate(
  req: IncomingMessage,
  users: SandboxUser[],
  tokenInPath?: string,
): Caller {
  const [, bearer] =
    /^Bearer (.+)$/i.exec(req.headers.authorization ?? '') ?? [];
  const token = bearer ?? tokenInPath;
  const user = users.find(one => one.token === token);
  if (!user) {
    throw refusal(401, 'Unauthorized', 'Unauthorized');
  }
  const { name, groups, role } = user;
  return impersonated(req, { name, groups, role }, users);
}

/** `kubectl --as`: an admin may be anybody; names that nobody has get no rights. */
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
  const known = users.find(user => user.name === name);
  const groups = [req.headers['impersonate-group'] ?? []].flat();
  return {
    name,
    groups: known?.groups ?? groups,
    role: known?.role ?? (groups.includes('system:masters') ? 'admin' : 'none'),
  };
}

/** Whether the caller may. */
export function may(caller: Caller, wish: Wish): boolean {
  if (caller.role === 'admin') {
    return true;
  }
  if (REVIEWS.has(wish.group) && wish.resource.startsWith('selfsubject')) {
    return true;
  }
  if (caller.role !== 'reader') {
    return false;
  }
  if (READING.has(wish.verb)) {
    return (
      !(wish.resource === 'secrets' && wish.group === '') &&
      wish.resource !== '*'
    );
  }
  return mayAsk(wish);
}

/** Argo CD is asked for a refresh or a sync by writing so to the Application. */
function mayAsk({ verb, group, resource, subresource }: Wish): boolean {
  return (
    verb === 'patch' &&
    group === 'argoproj.io' &&
    resource === 'applications' &&
    !subresource
  );
}

/** @throws 403 in the words of RBAC */
export function authorize(caller: Caller, wish: Wish): void {
  if (!may(caller, wish)) {
    throw denied(caller, wish);
  }
}

/** The refusal that RBAC gives. */
function denied(caller: Caller, wish: Wish) {
  const { verb, group, resource, subresource, namespace, name } = wish;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const what = subresource ? `${resource}/${subresource}` : resource;
  return forbidden(
    { group, plural: resource },
    name ?? '',
    `User "${caller.name}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
  );
}

/** For writes: a reader may change annotations and the operation, and nothing else. */
export function onlyAsking(
  caller: Caller,
  wish: Wish,
): ((before: KubeObject, after: KubeObject) => void) | undefined {
  if (caller.role === 'admin') {
    return undefined;
  }
  const rest = ({ metadata, operation: _, ...others }: KubeObject) => ({
    ...others,
    metadata: {
      ...metadata,
      annotations: undefined,
      managedFields: undefined,
      resourceVersion: undefined,
      generation: undefined,
    },
  });
  return (before, after) => {
    if (!sameJson(rest(before), rest(after))) {
      throw denied(caller, wish);
    }
  };
}

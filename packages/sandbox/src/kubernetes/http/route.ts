import type { KindRegistry } from '../kinds/KindRegistry';
import type { Kind } from '../kinds/types';

/** What a path of the API names. */
export interface Route {
  kind: Kind;
  /** '' for all namespaces and for kinds without one. */
  namespace: string;
  /** '' for the collection. */
  name: string;
  subresource: string;
  /** The old `/watch/` paths. */
  watch: boolean;
}

/** Reads `/apis/apps/v1/namespaces/shop/deployments/web/scale`; undefined when no such resource is served. */
export function readRoute(
  path: string,
  kinds: KindRegistry,
): Route | undefined {
  let parts: string[];
  try {
    parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined; // a stray % names nothing
  }
  const root = parts.shift();
  if (root !== 'api' && root !== 'apis') {
    return undefined;
  }
  const apiVersion = parts.splice(0, root === 'api' ? 1 : 2).join('/');
  const watch = parts[0] === 'watch';
  if (watch) {
    parts.shift();
  }
  let namespace = '';
  const ofNamespace = ['status', 'finalize'].includes(parts[2]);
  if (parts[0] === 'namespaces' && parts.length > 2 && !ofNamespace) {
    namespace = parts[1];
    parts.splice(0, 2);
  }
  const [plural, name = '', subresource = '', ...rest] = parts;
  const kind = plural ? kinds.atPath(apiVersion, plural) : undefined;
  if (!kind || rest.length || (namespace && !kind.namespaced)) {
    return undefined;
  }
  return { kind, namespace, name, subresource, watch };
}

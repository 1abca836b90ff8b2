import { nodeStats } from '../nodeStats';
import type { Resources } from '../resources/Resources';
import { methodNotAllowed, refusal } from '../resources/status';
import { sendObject, type Exchange } from './exchange';

const PROXY = /^\/api\/v1\/nodes\/([^/]+)\/proxy(\/.*)?$/;

/** What asks a node's kubelet through the API server has to be allowed. */
export interface NodeProxyWish {
  verb: string;
  group: string;
  resource: string;
  subresource: string;
  name: string;
}

/**
 * Answers what is asked of a node's kubelet; false for other paths. The
 * sandbox's kubelets know `/stats/summary` and whether they are well.
 *
 * @throws StatusError where it isn't allowed, or nobody reaches the node.
 */
export function answerNodeProxy(
  resources: Resources,
  { req, res, path }: Pick<Exchange, 'req' | 'res' | 'path'>,
  authorize: (wish: NodeProxyWish) => void,
): boolean {
  const [, name, asked = '/'] = PROXY.exec(path) ?? [];
  if (!name) {
    return false;
  }
  if (req.method !== 'GET') {
    throw methodNotAllowed();
  }
  authorize({
    verb: 'get',
    group: '',
    resource: 'nodes',
    subresource: 'proxy',
    name,
  });
  const { kinds, programs, clock } = resources;
  const node = resources.get(kinds.find('v1', 'Node')!, '', name);
  if (programs.isCut(name)) {
    throw refusal(
      503,
      'ServiceUnavailable',
      `error trying to reach service: dial tcp ${node.status.addresses[0].address}:10250: i/o timeout`,
    );
  }
  switch (asked) {
    case '/stats/summary':
      sendObject(res, 200, nodeStats(node, resources, clock.now()));
      break;
    case '/healthz':
      res.writeHead(200, { 'content-type': 'text/plain' });
      res.end('ok');
      break;
    default:
      res.writeHead(404, { 'content-type': 'text/plain' });
      res.end('404 page not found\n');
  }
  return true;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  authenticate,
  authorize,
  authorizePath,
  REVIEWS,
  splitTokenPath,
  type Identities,
} from '../access';
import type { Resources } from '../resources/Resources';
import { methodNotAllowed, refusal, unknownPath } from '../resources/status';
import {
  aggregatedDiscovery,
  coreVersions,
  groupDetail,
  groupList,
  resourceList,
  VERSION,
} from './discovery';
import {
  isRefusal,
  readObject,
  sendObject,
  sendStatus,
  type Exchange,
} from './exchange';
import { answerNodeProxy } from './nodeProxy';
import {
  EMPTY_SWAGGER,
  openapiDocument,
  openapiIndex,
  SWAGGER,
} from './openapi';
import { resourceRequest } from './resourceRequest';
import { readRoute } from './route';
import { openapiSchemas } from '../schema';

const HEALTH = new Set(['/healthz', '/livez', '/readyz']);

/** The API over HTTP: answers one request. Refusals become a `Status`, never a stack. */
export function apiServer(
  resources: Resources,
  identities: Identities,
  onError: (error: Error) => void,
) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      const url = new URL(req.url ?? '/', 'http://sandbox');
      await answer(resources, identities, req, res, url);
    } catch (error) {
      if (!isRefusal(error)) {
        onError(error as Error);
      }
      if (res.headersSent) {
        res.destroy();
        return;
      }
      sendStatus(
        res,
        isRefusal(error)
          ? error.status
          : refusal(
              500,
              'InternalError',
              'Internal error occurred: the sandbox failed at this request; its log says why',
            ).status,
      );
    }
  };
}

async function answer(
  resources: Resources,
  identities: Identities,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const { token, rest } = splitTokenPath(url.pathname);
  const path = rest.replace(/\/+$/, '') || '/';
  if (HEALTH.has(path)) {
    res.writeHead(200, { 'content-type': 'text/plain' });
    res.end('ok');
    return;
  }
  if (path === '/version') {
    sendObject(res, 200, VERSION);
    return;
  }
  const caller = authenticate(req, identities, token);
  const exchange: Exchange = {
    req,
    res,
    path,
    query: url.searchParams,
    caller,
    serviceAccounts: identities.serviceAccounts,
  };
  if (await answerReview(resources, identities, exchange)) {
    return;
  }
  if (
    answerNodeProxy(resources, exchange, wish =>
      authorize(resources.store, caller, wish),
    )
  ) {
    return;
  }
  const route = readRoute(path, resources.kinds);
  if (route) {
    await resourceRequest(resources, exchange, route);
    return;
  }
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    authorizePath(resources.store, caller, {
      verb: (req.method ?? '').toLowerCase(),
      path,
    });
    throw path.startsWith('/api') ? unknownPath() : methodNotAllowed();
  }
  answerDiscovery(resources, exchange);
}

const REVIEW_PATH =
  /^\/apis\/(?:authorization|authentication)\.k8s\.io\/v1\/(?:namespaces\/([^/]+)\/)?(\w+reviews)$/;

/** Answers a question about rights or identity; false when it isn't one. */
async function answerReview(
  { store, kinds }: Resources,
  identities: Identities,
  { req, res, caller, path }: Exchange,
): Promise<boolean> {
  const [, namespace, plural] = REVIEW_PATH.exec(path) ?? [];
  const review = REVIEWS[plural];
  if (!review || req.method !== 'POST') {
    return false;
  }
  if (!plural.startsWith('self')) {
    authorize(store, caller, {
      verb: 'create',
      group: path.split('/')[2],
      resource: plural,
      namespace,
    });
  }
  const body = await readObject(req);
  sendObject(
    res,
    201,
    review({
      store,
      identities,
      caller,
      resources: kinds.all().map(({ group, plural: one }) => [group, one]),
      body,
      namespace,
    }),
  );
  return true;
}

function answerDiscovery(
  { kinds }: Resources,
  { req, res, path }: Exchange,
): void {
  const accept = req.headers.accept ?? '';
  if (path === '/api' || path === '/apis') {
    const core = path === '/api';
    const wanted = /as=APIGroupDiscoveryList/.test(accept);
    if (wanted) {
      const version = /v=v2(?!beta)/.test(accept) ? 'v2' : 'v2beta1';
      sendObject(
        res,
        200,
        {
          ...aggregatedDiscovery(kinds, core),
          apiVersion: `apidiscovery.k8s.io/${version}`,
        },
        `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
      );
      return;
    }
    sendObject(
      res,
      200,
      core ? coreVersions(req.headers.host ?? '') : groupList(kinds),
    );
    return;
  }
  if (path === '/openapi/v2') {
    if (accept.includes('protobuf')) {
      res.writeHead(200, {
        'content-type':
          'application/com.github.proto-openapi.spec.v2.v1.0+protobuf',
      });
      res.end(EMPTY_SWAGGER);
    } else {
      sendObject(res, 200, SWAGGER);
    }
    return;
  }
  if (path === '/openapi/v3') {
    sendObject(res, 200, openapiIndex(kinds));
    return;
  }
  if (path.startsWith('/openapi/v3/')) {
    sendObject(
      res,
      200,
      openapiDocument(kinds, path.slice('/openapi/v3/'.length), openapiSchemas),
    );
    return;
  }
  if (path === '/') {
    sendObject(res, 200, {
      paths: [
        '/api',
        '/apis',
        '/healthz',
        '/livez',
        '/openapi/v2',
        '/openapi/v3',
        '/readyz',
        '/version',
      ],
    });
    return;
  }
  const [root, first, second, ...rest] = path.split('/').filter(Boolean);
  if (root === 'api' && first === 'v1' && !second) {
    sendObject(res, 200, resourceList(kinds, 'v1'));
  } else if (root === 'apis' && first && !rest.length) {
    sendObject(
      res,
      200,
      second
        ? resourceList(kinds, `${first}/${second}`)
        : groupDetail(kinds, first),
    );
  } else {
    throw unknownPath();
  }
}

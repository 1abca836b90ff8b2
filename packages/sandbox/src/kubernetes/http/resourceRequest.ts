import { authorize, onlyAsking, type Wish } from '../access';
import type {
  DeleteOptions,
  Resources,
  WriteOptions,
} from '../resources/Resources';
import {
  badRequest,
  methodNotAllowed,
  notFound,
  unknownPath,
} from '../resources/status';
import { asServed } from '../resources/views';
import { tableOf, type IncludedObject } from '../tables';
import type { KubeObject } from '../types';
import { isObject } from '../values/json';
import { computedObjects } from './computed';
import {
  readObject,
  sendObject,
  sendParts,
  warn,
  type Exchange,
} from './exchange';
import { listText } from './listText';
import { checkVersion, listObject, page, selection } from './lists';
import { sendLog } from './logs';
import type { Route } from './route';
import { scaleOf } from './scale';
import { subresourceWrites } from './subresources';
import { isDryRun, managerOf, patch, replace } from './writes';
import { streamChanges } from './watch';
import { checkFields } from '../schema';

/** Answers a request for objects. @throws StatusError */
export async function resourceRequest(
  resources: Resources,
  exchange: Exchange,
  route: Route,
): Promise<void> {
  const { req, query, caller } = exchange;
  const { kind, namespace, name, subresource } = route;
  const method = req.method ?? 'GET';
  const watching =
    route.watch || ['true', '1'].includes(query.get('watch') ?? '');
  const verb = verbOf(method, name, watching);
  const wish: Wish = {
    verb,
    group: kind.group,
    resource: kind.plural,
    subresource,
    namespace,
    name,
  };
  authorize(resources.store, caller, wish);
  if (kind.kind === 'ComponentStatus') {
    warn(exchange.res, ['v1 ComponentStatus is deprecated in v1.19+']);
  }
  if (subresource && !kind.subresources.includes(subresource)) {
    throw unsupportedSubresource(route);
  }
  if (!subresource && !kind.verbs.includes(verb)) {
    throw methodNotAllowed();
  }
  if (kind.namespaced && !namespace && (name || verb === 'create')) {
    throw badRequest(
      'an empty namespace may not be set when a resource name is provided',
    );
  }
  if (subresource === 'log') {
    sendLog(
      exchange.res,
      resources,
      resources.get(kind, namespace, name),
      query,
    );
    return;
  }
  switch (verb) {
    case 'get':
      sendOne(resources, exchange, route);
      break;
    case 'list':
      await sendList(resources, exchange, route);
      break;
    case 'watch':
      sendWatch(resources, exchange, route);
      break;
    case 'delete':
    case 'deletecollection':
      await remove(resources, exchange, route);
      break;
    default:
      await write(resources, exchange, route, wish);
  }
}

function verbOf(method: string, name: string, watching: boolean): string {
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (watching) {
        return 'watch';
      }
      return name ? 'get' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name ? 'delete' : 'deletecollection';
    default:
      throw methodNotAllowed();
  }
}

function unsupportedSubresource({ kind, subresource }: Route) {
  const streams = ['exec', 'attach', 'portforward', 'proxy'];
  return kind.kind === 'Pod' && streams.includes(subresource)
    ? badRequest(
        `pods of the sandbox run no program, so there is nothing to ${subresource}`,
      )
    : unknownPath();
}

/** How the answer is to be shown. */
function presentation({ req, query }: Exchange) {
  const accept = req.headers.accept ?? '';
  const table =
    /as=Table;v=(v1(?:beta1)?)/.exec(accept) ??
    (/as=Table/.test(accept) ? ['', 'v1'] : undefined);
  const partial = /as=PartialObjectMetadata/.test(accept);
  return {
    table: table ? `meta.k8s.io/${table[1]}` : undefined,
    partial,
    include: (query.get('includeObject') ?? 'Metadata') as IncludedObject,
  };
}

const onlyMetadata = (object: KubeObject) => ({
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata: object.metadata,
});

function sendOne(resources: Resources, exchange: Exchange, route: Route): void {
  const { kind, namespace, name, subresource } = route;
  const computed = computedObjects(resources, kind, namespace);
  if (computed) {
    const found = computed.find(one => one.metadata.name === name);
    if (!found) {
      throw notFound(kind, name);
    }
    show(resources, exchange, route, 200, found);
    return;
  }
  const object = resources.get(kind, namespace, name);
  show(
    resources,
    exchange,
    route,
    200,
    subresource === 'scale' ? scaleOf(object) : asServed(kind, object),
  );
}

function show(
  resources: Resources,
  exchange: Exchange,
  { kind }: Route,
  code: number,
  object: KubeObject,
): void {
  const { table, partial, include } = presentation(exchange);
  if (table && object.kind === kind.kind) {
    sendObject(
      exchange.res,
      code,
      tableOf(kind, [object], {
        now: resources.clock.now(),
        include,
        apiVersion: table,
        metadata: { resourceVersion: object.metadata.resourceVersion },
      }),
    );
    return;
  }
  sendObject(exchange.res, code, partial ? onlyMetadata(object) : object);
}

async function sendList(
  resources: Resources,
  exchange: Exchange,
  route: Route,
): Promise<void> {
  const { kind, namespace, name } = route;
  const { query, res } = exchange;
  const matches = selection(query, kind);
  const version = resources.store.version;
  checkVersion(query, version);
  const part = page(
    (
      computedObjects(resources, kind, namespace) ??
      resources.list(kind, namespace)
    ).filter(
      object => (!name || object.metadata.name === name) && matches(object),
    ),
    query,
    version,
  );
  const items = part.items.map(object => asServed(kind, object));
  const { table, partial, include } = presentation(exchange);
  const list = listObject(kind, { ...part, items }, version);
  if (table) {
    sendObject(
      res,
      200,
      tableOf(kind, items, {
        now: resources.clock.now(),
        include,
        apiVersion: table,
        metadata: list.metadata,
      }),
    );
  } else if (partial) {
    sendObject(res, 200, {
      ...list,
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
      items: items.map(onlyMetadata),
    });
  } else {
    await sendParts(res, listText(list));
  }
}

function sendWatch(
  resources: Resources,
  exchange: Exchange,
  route: Route,
): void {
  const { kind, namespace, name } = route;
  const { query, res } = exchange;
  const matches = selection(query, kind);
  const { table, partial, include } = presentation(exchange);
  let header = true;
  streamChanges(res, resources.store, resources.clock, {
    kind,
    namespace,
    query,
    matches: object =>
      (!name || object.metadata.name === name) && matches(object),
    show(object) {
      if (!table) {
        return partial ? onlyMetadata(object) : object;
      }
      const shown = tableOf(kind, [object], {
        now: resources.clock.now(),
        include,
        apiVersion: table,
        metadata: { resourceVersion: object.metadata.resourceVersion },
        header,
      });
      header = false;
      return shown;
    },
    contentType: 'application/json',
  });
}

async function remove(
  resources: Resources,
  exchange: Exchange,
  route: Route,
): Promise<void> {
  const { kind, namespace, name } = route;
  const { req, res, query } = exchange;
  const body = await readObject(req);
  const sent = (isObject(body) ? body : {}) as any;
  const grace = query.get('gracePeriodSeconds') ?? sent.gracePeriodSeconds;
  const orphan = sent.orphanDependents ?? query.get('orphanDependents');
  const options: DeleteOptions = {
    propagationPolicy:
      query.get('propagationPolicy') ??
      sent.propagationPolicy ??
      (String(orphan) === 'true' ? 'Orphan' : undefined),
    ...(grace !== undefined &&
      grace !== null && {
        gracePeriodSeconds: Number(grace),
      }),
    preconditions: sent.preconditions,
    dryRun: isDryRun(query) || Boolean(sent.dryRun?.includes('All')),
  };
  if (!name) {
    const matches = selection(query, kind);
    const gone = resources
      .list(kind, namespace)
      .filter(matches)
      .map(
        object =>
          resources.delete(
            kind,
            object.metadata.namespace ?? '',
            object.metadata.name,
            options,
          ).object,
      );
    sendObject(
      res,
      200,
      listObject(
        kind,
        { items: gone.map(one => asServed(kind, one)), next: '' },
        resources.store.version,
      ),
    );
    return;
  }
  const { object, gone } = resources.delete(kind, namespace, name, options);
  sendObject(
    res,
    200,
    gone
      ? {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Success',
          details: {
            name,
            ...(kind.group && { group: kind.group }),
            kind: kind.plural,
            uid: object.metadata.uid,
          },
        }
      : asServed(kind, object),
  );
}

async function write(
  resources: Resources,
  exchange: Exchange,
  route: Route,
  wish: Wish,
): Promise<void> {
  const { req, res, query, caller } = exchange;
  const { kind, namespace, name, subresource } = route;
  const contentType = req.headers['content-type'] ?? 'application/json';
  const body = await readObject(req);
  const options: WriteOptions = {
    manager: managerOf(query, req.headers['user-agent']),
    dryRun: isDryRun(query),
    authorize: onlyAsking(resources.store, caller, wish),
  };
  const special = subresourceWrites[subresource];
  if (special) {
    const { code, answer } = special({
      resources,
      route,
      body,
      options,
      serviceAccounts: exchange.serviceAccounts,
      patchType: req.method === 'PATCH' ? contentType : undefined,
    });
    sendObject(res, code, answer);
    return;
  }
  const isPatch = req.method === 'PATCH';
  const whole = !isPatch || contentType.includes('apply-patch');
  if (whole) {
    const warnings = checkFields(kind, body, query.get('fieldValidation'));
    warn(res, warnings);
  }
  if (subresource === 'status' || subresource === 'finalize') {
    options.subresource = subresource;
  }
  let object: KubeObject;
  let code = 200;
  if (req.method === 'POST') {
    if (name) {
      throw methodNotAllowed();
    }
    object = resources.create(kind, namespace, body, options);
    code = 201;
  } else if (isPatch) {
    const patched = patch(
      resources,
      { kind, namespace, name },
      body,
      contentType,
      query,
      options,
    );
    object = patched.object;
    code = patched.created ? 201 : 200;
  } else {
    object = replace(resources, { kind, namespace, name }, body, options);
  }
  show(resources, exchange, route, code, asServed(kind, object));
}

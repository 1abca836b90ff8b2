import type { KindRegistry } from '../kinds/KindRegistry';
import type { Kind } from '../kinds/types';
import { unknownPath } from '../resources/status';
import { apiVersions, kindsOf } from './discovery';
import { VERSION } from './discovery';

/** An empty Swagger 2.0 document as protobuf: the field `swagger` alone. Clients then use what they know themselves. */
export const EMPTY_SWAGGER = Buffer.from([0x0a, 0x03, 0x32, 0x2e, 0x30]);

/** `/openapi/v2` for those who want JSON. */
export const SWAGGER = {
  swagger: '2.0',
  info: { title: 'Kubernetes', version: VERSION.gitVersion },
  paths: {},
  definitions: {},
};

const base = (apiVersion: string) =>
  apiVersion === 'v1' ? 'api/v1' : `apis/${apiVersion}`;

/** `/openapi/v3`: where the document of each group and version is. */
export function openapiIndex(kinds: KindRegistry): unknown {
  return {
    paths: Object.fromEntries(
      apiVersions(kinds).map(apiVersion => [
        base(apiVersion),
        {
          serverRelativeURL: `/openapi/v3/${base(apiVersion)}?hash=${
            kindsOf(kinds, apiVersion).length
          }`,
        },
      ]),
    ),
  };
}

const PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(
  name => ({
    name,
    in: 'query',
    schema: { type: name === 'force' ? 'boolean' : 'string', uniqueItems: true },
  }),
);

/** `/openapi/v3/apis/apps/v1`: enough for clients to see that dry runs and validation are the server's. */
export function openapiDocument(
  kinds: KindRegistry,
  path: string,
  schemas: (kind: Kind) => Record<string, unknown>,
): unknown {
  const apiVersion = path.replace(/^(api|apis)\//, '');
  const list = kindsOf(kinds, apiVersion);
  if (base(apiVersion) !== path || !apiVersions(kinds).includes(apiVersion)) {
    throw unknownPath();
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: VERSION.gitVersion },
    paths: Object.fromEntries(
      list.flatMap(kind => pathsOf(kind)),
    ),
    components: {
      schemas: Object.assign({}, ...list.map(schemas)),
    },
  };
}

function pathsOf(kind: Kind): Array<[string, unknown]> {
  const root = `/${base(kind.apiVersion)}${
    kind.namespaced ? '/namespaces/{namespace}' : ''
  }/${kind.plural}`;
  const gvk = {
    group: kind.group,
    version: kind.version,
    kind: kind.kind,
  };
  const operation = (action: string, body?: string[]) => ({
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': gvk,
    parameters: PARAMETERS,
    ...(body && {
      requestBody: {
        content: Object.fromEntries(
          body.map(type => [type, { schema: { type: 'object' } }]),
        ),
      },
    }),
    responses: { 200: { description: 'OK' } },
  });
  const has = (verb: string) => kind.verbs.includes(verb);
  return [
    [
      root,
      {
        get: operation('list'),
        ...(has('create') && { post: operation('post', ['*/*']) }),
      },
    ],
    [
      `${root}/{name}`,
      {
        get: operation('get'),
        ...(has('update') && { put: operation('put', ['*/*']) }),
        // Strategic merge is left out on purpose: clients then take the merge keys that they were built with.
        ...(has('patch') && {
          patch: operation('patch', [
            'application/apply-patch+yaml',
            'application/json-patch+json',
            'application/merge-patch+json',
          ]),
        }),
        ...(has('delete') && { delete: operation('delete', ['*/*']) }),
      },
    ],
  ];
}

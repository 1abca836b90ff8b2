import { kindKey, type Kind } from '../kinds/types';
import { typeInfo, typeOfKind, type Field, type TypeInfo } from './types';

const REFERENCE = '#/components/schemas/';

const SCALARS: Record<string, object> = {
  string: { type: 'string' },
  bytes: { type: 'string', format: 'byte' },
  bool: { type: 'boolean' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  double: { type: 'number', format: 'double' },
  Quantity: { type: 'string' },
  IntOrString: { type: 'string', format: 'int-or-string' },
  Time: { type: 'string', format: 'date-time' },
  MicroTime: { type: 'string', format: 'date-time' },
  Duration: { type: 'string' },
  Fields: { type: 'object' },
  Raw: { type: 'object' },
};

/** `core/v1.Pod` as OpenAPI calls it: `io.k8s.api.core.v1.Pod`. */
function schemaName(type: string): string {
  const [group, rest] = type.split('/');
  return group === 'meta'
    ? `io.k8s.apimachinery.pkg.apis.meta.${rest}`
    : `io.k8s.api.${group}.${rest}`;
}

/** The OpenAPI schemas of a kind and of all that it holds, for `kubectl explain`. */
export function openapiSchemas(kind: Kind): Record<string, unknown> {
  const schemas: Record<string, unknown> = {};
  const gvk = { group: kind.group, version: kind.version, kind: kind.kind };
  const info = kind.custom
    ? undefined
    : typeOfKind(kindKey(kind.apiVersion, kind.kind));
  if (!info) {
    add(typeInfo('meta/v1.ObjectMeta')!, schemas);
    const reversed = kind.group.split('.').reverse().join('.');
    schemas[`${reversed}.${kind.version}.${kind.kind}`] = {
      type: 'object',
      properties: {
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        metadata: {
          allOf: [{ $ref: `${REFERENCE}${schemaName('meta/v1.ObjectMeta')}` }],
        },
        spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        status: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
        },
      },
      'x-kubernetes-group-version-kind': [gvk],
    };
    return schemas;
  }
  add(info, schemas);
  const own = schemas[schemaName(info.name)] as any;
  schemas[schemaName(info.name)] = {
    ...own,
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      ...own.properties,
    },
    'x-kubernetes-group-version-kind': [gvk],
  };
  return schemas;
}

function add(info: TypeInfo, schemas: Record<string, unknown>): void {
  const name = schemaName(info.name);
  if (schemas[name]) {
    return;
  }
  const properties: Record<string, unknown> = {};
  schemas[name] = { type: 'object', properties };
  for (const field of info.fields.values()) {
    properties[field.name] = property(field);
    const inner = typeInfo(field.type);
    if (inner) {
      add(inner, schemas);
    }
  }
}

function property(field: Field): unknown {
  const value = typeInfo(field.type)
    ? { allOf: [{ $ref: `${REFERENCE}${schemaName(field.type)}` }], default: {} }
    : SCALARS[field.type] ?? { type: 'object' };
  switch (field.shape) {
    case 'list':
      return {
        type: 'array',
        items: value,
        ...(Array.isArray(field.listKeys) && {
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': field.listKeys,
        }),
      };
    case 'map':
      return { type: 'object', additionalProperties: value };
    default:
      return value;
  }
}

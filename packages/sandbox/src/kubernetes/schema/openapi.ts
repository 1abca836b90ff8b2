import { kindKey, type Kind } from '../kinds/types';
import { descriptionOf } from './descriptions';
import { typeInfo, typeOfKind, type Field, type TypeInfo } from './types';

const REFERENCE = '#/components/schemas/';

const SCALARS: Record<string, object> = {
  string: { type: 'string' },
  bytes: { type: 'string', format: 'byte' },
  bool: { type: 'boolean' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  double: { type: 'number', format: 'double' },
  Time: { type: 'string', format: 'date-time' },
  MicroTime: { type: 'string', format: 'date-time' },
  Duration: { type: 'string' },
  Fields: { type: 'object' },
  Raw: { type: 'object' },
};

/** Types that `explain` calls by their names. */
const NAMED: Record<string, { name: string; schema: object }> = {
  Quantity: {
    name: 'io.k8s.apimachinery.pkg.api.resource.Quantity',
    schema: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  },
  IntOrString: {
    name: 'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
    schema: {
      format: 'int-or-string',
      oneOf: [{ type: 'integer' }, { type: 'string' }],
    },
  },
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
  schemas[name] = {
    description: descriptionOf(info.name),
    type: 'object',
    properties,
    required: [...info.fields.values()]
      .filter(field => field.required)
      .map(field => field.name),
  };
  for (const field of info.fields.values()) {
    properties[field.name] = {
      description: fieldDescription(info, field.name),
      ...property(field),
    };
    const inner = typeInfo(field.type);
    const named = NAMED[field.type];
    if (inner) {
      add(inner, schemas);
    } else if (named) {
      schemas[named.name] = named.schema;
    }
  }
}

/** Of a field of the type, or of one whose fields stand in its place. */
function fieldDescription(info: TypeInfo, name: string): string | undefined {
  const own = descriptionOf(info.name, name);
  if (own) {
    return own;
  }
  for (const { inline, type } of info.own) {
    const inner = inline ? typeInfo(type) : undefined;
    const text = inner && fieldDescription(inner, name);
    if (text) {
      return text;
    }
  }
  return undefined;
}

function property(field: Field): object {
  const reference = typeInfo(field.type)
    ? schemaName(field.type)
    : NAMED[field.type]?.name;
  const value = reference
    ? { allOf: [{ $ref: `${REFERENCE}${reference}` }], default: {} }
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

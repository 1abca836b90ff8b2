import { TYPE_TABLE } from './typeTable';

/** A field of a type of Kubernetes. */
export interface Field {
  /** In JSON. */
  name: string;
  /** In protobuf. */
  number: number;
  /** Absent is something other than zero. */
  pointer: boolean;
  /** Its type's fields stand in its place in JSON. */
  inline: boolean;
  shape: 'one' | 'list' | 'map';
  /** A type of the table, a scalar of protobuf, or `Quantity`, `IntOrString`, `Time` … */
  type: string;
  /** What tells the items of a list apart for server-side apply; `values` for a set. */
  listKeys?: string[] | 'values';
  /** What tells the items of a list apart for a strategic merge patch; `values` for a set. */
  mergeKey?: string;
  /** May not be left out. */
  required: boolean;
}

/** A type of Kubernetes. */
export interface TypeInfo {
  name: string;
  /** As they are in protobuf. */
  own: Field[];
  /** As they are in JSON, by name. */
  fields: Map<string, Field>;
}

const SHAPES: Record<string, Field['shape']> = {
  '': 'one',
  '[]': 'list',
  '{}': 'map',
};

let table: Map<string, Field[]> | undefined;
const infos = new Map<string, TypeInfo>();

function parseTable(): Map<string, Field[]> {
  return new Map(
    TYPE_TABLE.trim()
      .split('\n')
      .map(line => {
        const [name, ...fields] = line.split('|');
        return [name, fields.map(parseField)];
      }),
  );
}

function parseField(text: string): Field {
  const [name, number, shaped, ...marks] = text.split(' ');
  const mark = (sign: string) =>
    marks.find(one => one.startsWith(sign))?.slice(1);
  const keys = mark('@');
  const mergeKey = mark('~');
  const prefix = /^(\[\]|\{\})/.exec(shaped)?.[0];
  return {
    name,
    number: parseInt(number, 10),
    pointer: number.endsWith('*'),
    inline: name === '!',
    required: marks.includes('+'),
    shape: SHAPES[prefix ?? ''],
    type: shaped.slice(prefix?.length ?? 0),
    ...(keys && { listKeys: keys === '=' ? 'values' : keys.split(',') }),
    ...(mergeKey && { mergeKey: mergeKey === '=' ? 'values' : mergeKey }),
  };
}

/** A type by its name in the table, such as `core/v1.PodSpec`; undefined for scalars and unknown ones. */
export function typeInfo(name: string): TypeInfo | undefined {
  table ??= parseTable();
  let info = infos.get(name);
  const own = table.get(name);
  if (!info && own) {
    const fields = new Map<string, Field>();
    for (const field of own) {
      if (field.inline) {
        typeInfo(field.type)?.fields.forEach(one => fields.set(one.name, one));
      } else {
        fields.set(field.name, field);
      }
    }
    info = { name, own, fields };
    infos.set(name, info);
  }
  return info;
}

/** The name in the table of a kind, given as `apps/v1/Deployment`. */
export function typeNameOf(kind: string): string {
  const parts = kind.split('/');
  const name = parts.pop()!;
  const version = parts.pop()!;
  const group = (parts.pop() ?? 'core').split('.')[0];
  return `${group}/${version}.${name}`;
}

/** The type of a kind that is given as `apps/v1/Deployment`; undefined for custom ones. */
export function typeOfKind(kind: string): TypeInfo | undefined {
  const [group = ''] = kind.split('/').length === 3 ? kind.split('/') : [];
  return group.includes('.') && !group.endsWith('.k8s.io')
    ? undefined
    : typeInfo(typeNameOf(kind));
}

const METADATA = 'meta/v1.ObjectMeta';

/** The field at a path of names, list items left out: `['spec', 'template', 'spec', 'containers']`. */
export function fieldAt(kind: string, path: string[]): Field | undefined {
  let info =
    path[0] === 'metadata' && path.length > 1
      ? typeInfo(METADATA)
      : typeOfKind(kind);
  const rest = path[0] === 'metadata' && path.length > 1 ? path.slice(1) : path;
  let field: Field | undefined;
  for (const name of rest) {
    if (field?.shape === 'map') {
      return undefined; // inside a map the name is a key
    }
    field = info?.fields.get(name);
    info = field && typeInfo(field.type);
  }
  return field;
}

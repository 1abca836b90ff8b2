import { kindKey, type Kind } from '../kinds/types';
import { badRequest } from '../resources/status';
import { isObject } from '../values/json';
import { canonicalQuantity } from '../values/quantity';
import { typeInfo, typeOfKind, type Field, type TypeInfo } from './types';

const QUANTITY =
  /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/;

/** What a body of a known kind may hold besides its fields. */
const ENVELOPE = new Set(['apiVersion', 'kind']);

/**
 * Looks for fields that the kind doesn't have and takes them out of the body,
 * as the API server does; quantities are rewritten as it writes them.
 *
 * @returns a warning for each, when those are asked for
 * @throws 400 for a value of the wrong type, and with `Strict` for a field that nobody knows
 */
export function checkFields(
  kind: Kind,
  body: unknown,
  mode: string | null,
): string[] {
  const info = kind.custom
    ? undefined
    : typeOfKind(kindKey(kind.apiVersion, kind.kind));
  if (!isObject(body)) {
    return [];
  }
  const unknown: string[] = [];
  if (info) {
    checkMessage(info, body, '', { kind, type: kind.kind }, unknown);
  } else {
    const metadata = typeInfo('meta/v1.ObjectMeta')!;
    if (isObject(body.metadata)) {
      checkMessage(
        metadata,
        body.metadata,
        'metadata',
        { kind, type: 'ObjectMeta' },
        unknown,
      );
    }
  }
  const problems = unknown.map(field => `unknown field "${field}"`);
  if (problems.length && mode === 'Strict') {
    throw badRequest(
      `${kind.kind} in version "${kind.version}" cannot be handled as a ${
        kind.kind
      }: strict decoding error: ${problems.join(', ')}`,
    );
  }
  return mode === 'Ignore' ? [] : problems;
}

/** The kind that is read, and the type of it that holds the field. */
interface Owner {
  kind: Kind;
  type: string;
}

function checkMessage(
  info: TypeInfo,
  value: Record<string, unknown>,
  path: string,
  owner: Owner,
  unknown: string[],
): void {
  for (const [name, inner] of Object.entries(value)) {
    const field = info.fields.get(name);
    const at = path ? `${path}.${name}` : name;
    if (field) {
      checkField(field, inner, at, owner, unknown);
    } else if ((path && !isWhole(info)) || !ENVELOPE.has(name)) {
      unknown.push(at);
      delete value[name];
    }
  }
}

/** Objects that stand within others, such as a StatefulSet's claims, say what they are too. */
function isWhole({ name }: TypeInfo): boolean {
  return name === 'core/v1.PersistentVolumeClaim';
}

function checkField(
  field: Field,
  value: unknown,
  path: string,
  owner: Owner,
  unknown: string[],
): void {
  if (value === null || value === undefined) {
    return;
  }
  if (field.shape === 'list') {
    if (!Array.isArray(value)) {
      throw wrongType(value, path, owner, `[]${field.type}`);
    }
    value.forEach((item, index) => {
      checkValue(field, item, `${path}[${index}]`, owner, unknown);
    });
  } else if (field.shape === 'map') {
    if (!isObject(value)) {
      throw wrongType(value, path, owner, `map[string]${field.type}`);
    }
    for (const [key, item] of Object.entries(value)) {
      checkValue(field, item, `${path}.${key}`, owner, unknown);
      if (field.type === 'Quantity') {
        value[key] = canonicalQuantity(item);
      }
    }
  } else {
    checkValue(field, value, path, owner, unknown);
  }
}

function checkValue(
  field: Field,
  value: unknown,
  path: string,
  owner: Owner,
  unknown: string[],
): void {
  const info = typeInfo(field.type);
  const fits = info ? isObject(value) : isScalar(field.type, value);
  if (value !== null && !fits) {
    throw wrongType(value, path, owner, goType(field.type));
  }
  if (info && isObject(value)) {
    checkMessage(
      info,
      value,
      path,
      { ...owner, type: field.type.split('.').pop()! },
      unknown,
    );
  }
}

function isScalar(type: string, value: unknown): boolean {
  switch (type) {
    case 'string':
    case 'bytes':
    case 'Time':
    case 'MicroTime':
    case 'Duration':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'int32':
    case 'int64':
    case 'uint32':
      return Number.isInteger(value);
    case 'double':
      return typeof value === 'number';
    case 'Quantity':
      return (
        typeof value === 'number' ||
        (typeof value === 'string' && QUANTITY.test(value))
      );
    case 'IntOrString':
      return typeof value === 'string' || Number.isInteger(value);
    default:
      return true;
  }
}

function goType(type: string): string {
  return (
    {
      Quantity: 'resource.Quantity',
      Time: 'v1.Time',
      IntOrString: 'intstr.IntOrString',
    }[type] ?? type.split('/').pop()!
  );
}

function wrongType(value: unknown, path: string, owner: Owner, type: string) {
  const { kind, version } = owner.kind;
  const which = `${kind} in version "${version}" cannot be handled as a ${kind}`;
  if (type === 'resource.Quantity') {
    return badRequest(
      `${which}: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
    );
  }
  const found = Array.isArray(value)
    ? 'array'
    : { object: 'object', boolean: 'bool' }[typeof value as string] ??
      typeof value;
  return badRequest(
    `${which}: json: cannot unmarshal ${found} into Go struct field ${
      owner.type
    }.${path.replace(/\[\d+\]/g, '')} of type ${type}`,
  );
}

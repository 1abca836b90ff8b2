import { badRequest } from '../resources/status';
import { typeInfo, typeNameOf, type Field, type TypeInfo } from './types';

/** What Kubernetes' protobuf bodies begin with. */
const MAGIC = Buffer.from('k8s\0');

type Raw = bigint | Buffer;

const bytesOf = (values?: Raw[]): Buffer =>
  (values?.[values.length - 1] as Buffer | undefined) ?? Buffer.alloc(0);
const textOf = (values?: Raw[]): string => bytesOf(values).toString('utf8');
const numberOf = (values?: Raw[]): number =>
  Number(BigInt.asIntN(64, (values?.[values.length - 1] as bigint) ?? 0n));

/** True for a body that is Kubernetes' protobuf. */
export function isProtobuf(body: Buffer): boolean {
  return body.subarray(0, 4).equals(MAGIC);
}

/**
 * Reads an object from Kubernetes' protobuf, which clients prefer for the kinds
 * that they know. Zero values that JSON would leave out are left out.
 *
 * @throws 400 for bytes that are none
 */
export function readProtobuf(body: Buffer): any {
  const envelope = read(body.subarray(4));
  const meta = read(bytesOf(envelope.get(1)));
  const apiVersion = textOf(meta.get(1));
  const kind = textOf(meta.get(2));
  const info =
    typeInfo(typeNameOf(`${apiVersion}/${kind}`)) ??
    // DeleteOptions come in the version of the group that they are sent to.
    typeInfo(`meta/v1.${kind}`);
  if (!info) {
    throw badRequest(
      `no kind "${kind}" is registered for version "${apiVersion}"`,
    );
  }
  return {
    apiVersion,
    kind,
    ...(message(info, bytesOf(envelope.get(2))) as object),
  };
}

/** The fields of a message by number, each with all its values. */
function read(bytes: Buffer): Map<number, Raw[]> {
  const fields = new Map<number, Raw[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= bytes.length || shift > 63n) {
        throw badRequest('the protobuf body ends too early');
      }
      const byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
  };
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) {
      throw badRequest('the protobuf body ends too early');
    }
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    let value: Raw;
    switch (tag & 7) {
      case 0:
        value = varint();
        break;
      case 1:
        value = take(8);
        break;
      case 2:
        value = take(Number(varint()));
        break;
      case 5:
        value = take(4);
        break;
      default:
        throw badRequest('the protobuf body holds a field of an unknown sort');
    }
    const number = tag >>> 3;
    fields.set(number, [...(fields.get(number) ?? []), value]);
  }
  return fields;
}

function message(info: TypeInfo, bytes: Buffer): Record<string, unknown> {
  const raw = read(bytes);
  const result: Record<string, unknown> = {};
  for (const field of info.own) {
    const values = raw.get(field.number);
    if (!values) {
      continue;
    }
    if (field.inline) {
      const inner = typeInfo(field.type);
      Object.assign(result, inner && message(inner, bytesOf(values)));
    } else if (field.shape === 'list') {
      result[field.name] = values.map(value => one(field, value));
    } else if (field.shape === 'map') {
      result[field.name] = Object.fromEntries(
        values.map(value => {
          const entry = read(value as Buffer);
          return [
            textOf(entry.get(1)),
            one(field, entry.get(2)?.[0] ?? Buffer.alloc(0)),
          ];
        }),
      );
    } else {
      const value = one(field, values[values.length - 1]);
      if (field.pointer || !isZero(value)) {
        result[field.name] = value;
      }
    }
  }
  return result;
}

function isZero(value: unknown): boolean {
  return (
    value === undefined ||
    value === '' ||
    value === 0 ||
    value === false ||
    (typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === 0)
  );
}

function one(field: Field, value: Raw): unknown {
  switch (field.type) {
    case 'string':
      return (value as Buffer).toString('utf8');
    case 'bytes':
      return (value as Buffer).toString('base64');
    case 'bool':
      return value !== 0n;
    case 'int32':
    case 'int64':
    case 'uint32':
      return numberOf([value]);
    case 'double':
      return (value as Buffer).readDoubleLE();
    case 'Quantity':
      return textOf(read(value as Buffer).get(1)) || undefined;
    case 'IntOrString': {
      const fields = read(value as Buffer);
      return numberOf(fields.get(1)) === 1
        ? textOf(fields.get(3))
        : numberOf(fields.get(2));
    }
    case 'Time':
    case 'MicroTime':
      return time(read(value as Buffer), field.type === 'MicroTime');
    case 'Duration':
      return `${numberOf(read(value as Buffer).get(1)) / 1e9}s`;
    case 'Fields':
    case 'Raw': {
      const text = textOf(read(value as Buffer).get(1));
      return text ? JSON.parse(text) : undefined;
    }
    default: {
      const info = typeInfo(field.type);
      return info && message(info, value as Buffer);
    }
  }
}

/** A time, or undefined for the one that stands for none. */
function time(fields: Map<number, Raw[]>, micro: boolean): string | undefined {
  const seconds = numberOf(fields.get(1));
  if (!fields.has(1) || seconds === 0 || seconds < -6e10) {
    return undefined;
  }
  const text = new Date(seconds * 1000).toISOString().slice(0, 19);
  const fraction = String(Math.floor(numberOf(fields.get(2)) / 1000)).padStart(
    6,
    '0',
  );
  return micro ? `${text}.${fraction}Z` : `${text}Z`;
}

/** A JSON object whose fields are not known. */
export type JsonObject = Record<string, unknown>;

/** True for `{…}`, not for lists and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy that shares nothing with the original; fields that are undefined are left out. */
export function copyJson<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(copyJson) as T;
  }
  if (isObject(value)) {
    const copy: JsonObject = {};
    for (const key of Object.keys(value)) {
      const field = (value as JsonObject)[key];
      if (field !== undefined) {
        copy[key] = copyJson(field);
      }
    }
    return copy as T;
  }
  return value;
}

/** Equality of JSON values; a field that is undefined equals a missing one. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  }
  if (!isObject(a) || !isObject(b)) {
    return false;
  }
  for (const key of Object.keys(a)) {
    if (!sameJson(a[key], b[key])) {
      return false;
    }
  }
  for (const key of Object.keys(b)) {
    if (b[key] !== undefined && a[key] === undefined) {
      return false;
    }
  }
  return true;
}

/** Makes a value unchangeable, with everything in it. What is frozen already is taken to be so throughout. */
export function freezeJson<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const field of Object.values(value)) {
      freezeJson(field);
    }
  }
  return value;
}

/** Text of JSON in which the order of fields plays no part; for hashes. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(stableText).join(',')}]`;
  }
  if (isObject(value)) {
    const fields = Object.keys(value)
      .filter(key => value[key] !== undefined)
      .sort()
      .map(key => `${JSON.stringify(key)}:${stableText(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

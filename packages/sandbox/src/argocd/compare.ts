import type { KubeObject } from '../kubernetes/types';
import { isObject, sameJson } from '../kubernetes/values/json';
import { parseQuantity } from '../kubernetes/values/quantity';
import { LAST_APPLIED } from './names';

/**
 * True when the cluster isn't as Git has it: something that Git says differs,
 * or Git no longer says what it said when it was applied.
 */
export function isOutOfSync(desired: KubeObject, live: KubeObject): boolean {
  const applied = live.metadata.annotations?.[LAST_APPLIED];
  if (applied !== undefined && applied !== lastApplied(desired)) {
    return true;
  }
  const { status: ignored, ...fields } = desired;
  return !covers(live, decoded(fields as KubeObject));
}

/** What is kept of an object to know later what was applied. */
export function lastApplied(desired: KubeObject): string {
  return JSON.stringify(desired);
}

// The API server turns `stringData` into `data`.
function decoded(object: KubeObject): KubeObject {
  if (object.kind !== 'Secret' || !object.stringData) {
    return object;
  }
  const { stringData, ...rest } = object;
  const data = Object.fromEntries(
    Object.entries<string>(stringData).map(([key, value]) => [
      key,
      Buffer.from(value).toString('base64'),
    ]),
  );
  return { ...rest, data: { ...rest.data, ...data } } as KubeObject;
}

/** True when `live` says everything that `desired` does; defaults that the server added don't count. */
function covers(live: unknown, desired: unknown): boolean {
  if (desired === null || desired === undefined) {
    return true;
  }
  if (Array.isArray(desired)) {
    return (
      (Array.isArray(live) &&
        live.length === desired.length &&
        desired.every((item, index) => covers(live[index], item))) ||
      (!desired.length && live === undefined)
    );
  }
  if (isObject(desired)) {
    return isObject(live)
      ? Object.entries(desired).every(([key, value]) =>
          covers(live[key], value),
        )
      : live === undefined && Object.values(desired).every(isEmpty);
  }
  return sameJson(live, desired) || sameQuantity(live, desired);
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (isObject(value) && Object.values(value).every(isEmpty)) ||
    (Array.isArray(value) && !value.length)
  );
}

// `1000m` and `1` are the same amount; the server writes one of them.
function sameQuantity(live: unknown, desired: unknown): boolean {
  const one = parseQuantity(live);
  return one !== undefined && one === parseQuantity(desired);
}

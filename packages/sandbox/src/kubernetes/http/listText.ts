import type { KubeObject } from '../types';

/** The JSON of objects that were listed. They never change: a change makes another object. */
const texts = new WeakMap<KubeObject, string>();

const PART = 64 * 1024;

/**
 * A list as JSON, in parts of about 64 KB. Large ones are asked for again and
 * again, with few of their objects changed.
 */
export function* listText<T extends { items: KubeObject[] }>(
  list: T,
): Generator<string> {
  const { items, ...rest } = list;
  let part = `${JSON.stringify(rest).slice(0, -1)},"items":[`;
  for (const [index, item] of items.entries()) {
    part += index ? `,${textOf(item)}` : textOf(item);
    if (part.length > PART) {
      yield part;
      part = '';
    }
  }
  yield `${part}]}`;
}

function textOf(object: KubeObject): string {
  const known = texts.get(object);
  if (known !== undefined) {
    return known;
  }
  const text = JSON.stringify(object);
  if (Object.isFrozen(object)) {
    texts.set(object, text);
  }
  return text;
}

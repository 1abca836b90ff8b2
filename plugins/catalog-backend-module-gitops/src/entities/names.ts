import { createHash } from 'node:crypto';

const LONGEST = 63;
const VALID = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;
const VALID_TAG = /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/;

/**
 * A name that the catalog accepts. One that it accepts already stays as it
 * is; any other keeps what it can, and ends so that no two come out the same.
 */
export function entityName(name: string): string {
  if (VALID.test(name) && name.length <= LONGEST) {
    return name;
  }
  const suffix = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const kept = name
    .normalize('NFKD')
    .replace(/[^a-z0-9._-]+/gi, '-')
    .slice(0, LONGEST - suffix.length - 1)
    .replace(/^[._-]+|[._-]+$/g, '');
  return kept ? `${kept}-${suffix}` : suffix;
}

/** Those that the catalog accepts as tags, each once. */
export function tags(...values: Array<string | undefined>): string[] {
  return [
    ...new Set(
      values
        .map(value => value?.toLowerCase())
        .filter(
          (value): value is string =>
            value !== undefined &&
            value.length <= LONGEST &&
            VALID_TAG.test(value),
        ),
    ),
  ];
}

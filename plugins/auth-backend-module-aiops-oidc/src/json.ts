/** Anything that a server may have answered. */
export type Json = unknown;

/** The value as an object, where it is one. */
export function readRecord(value: Json): Record<string, Json> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, Json>)
    : undefined;
}

/** The value as text; empty where it isn't. */
export function readString(value: Json): string {
  return typeof value === 'string' ? value : '';
}

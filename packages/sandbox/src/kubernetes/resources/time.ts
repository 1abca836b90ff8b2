/** A time as Kubernetes writes it, to the second. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** A time as Kubernetes writes it where it needs microseconds. */
export function microTimestamp(date: Date): string {
  return date.toISOString().replace('Z', '000Z');
}

/** Sets those fields that are missing. */
export function setDefaults(
  target: Record<string, unknown>,
  values: Record<string, unknown>,
): void {
  for (const [key, value] of Object.entries(values)) {
    if (target[key] === undefined || target[key] === null) {
      target[key] = value;
    }
  }
}

const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};
const PART = /(\d+(?:\.\d+)?)(ms|h|m|s)/g;

/** Milliseconds of a duration as Go writes it (`720h0m0s`); undefined for what is none. */
export function parseDuration(text: unknown): number | undefined {
  const parts = [...String(text ?? '').matchAll(PART)];
  return parts.length && parts.map(([part]) => part).join('') === text
    ? parts.reduce(
        (sum, [, number, unit]) => sum + Number(number) * UNITS[unit],
        0,
      )
    : undefined;
}

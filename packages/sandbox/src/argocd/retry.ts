import type { RetryPolicy } from './types';

/** What Argo CD does for automated syncs that say nothing else. */
export const AUTOMATED_RETRY: RetryPolicy = { limit: 5 };

const DEFAULT_DELAY_MS = 5_000;
const DEFAULT_LONGEST_MS = 180_000;
const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds to wait after so many retries; 5 s, doubled each time, at most 3 minutes. */
export function retryDelay(
  policy: RetryPolicy | undefined,
  retries: number,
): number {
  const { duration, factor = 2, maxDuration } = policy?.backoff ?? {};
  const first = parseDuration(duration) ?? DEFAULT_DELAY_MS;
  const longest = parseDuration(maxDuration) ?? DEFAULT_LONGEST_MS;
  return Math.min(first * factor ** retries, longest);
}

/** Milliseconds of a Go duration such as `1m30s`; a number alone is seconds. */
export function parseDuration(
  text: string | number | undefined,
): number | undefined {
  if (text === undefined || text === '') {
    return undefined;
  }
  if (/^\d+$/.test(String(text))) {
    return Number(text) * UNITS.s;
  }
  const parts = [...String(text).matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  return parts.length
    ? parts.reduce(
        (sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit],
        0,
      )
    : undefined;
}

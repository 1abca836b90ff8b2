import { isError } from '@backstage/errors';

/** True for the end of a call whose asker has gone: nothing failed. */
export function isGivenUp(error: unknown): boolean {
  return isError(error) && error.name === 'AbortError';
}

/**
 * Why a call failed, for admins and the log. What `fetch` throws says nothing
 * by itself; its cause does, be it by words or by a code alone.
 */
export function reasonOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  const { message, cause } = error;
  return isError(cause)
    ? `${message}: ${cause.message || cause.code || cause.name}`
    : message;
}

import { isError, ResponseError } from '@backstage/errors';

/**
 * An error whose sentence is all that there is to know. A task's log shows
 * the stack of an error, where this one has its sentence.
 */
export function sentenceOnly<E extends Error>(error: E): E {
  error.stack = error.message;
  return error;
}

/** What the assistant refused with, as it said it; other errors as they are. */
export function spoken(error: unknown): unknown {
  return error instanceof ResponseError && isError(error.cause)
    ? sentenceOnly(error.cause)
    : error;
}

import { ResponseError } from '@backstage/errors';

/**
 * The error as the assistant said it: its sentence is for the person who runs
 * the template.
 */
export function spoken(error: unknown): unknown {
  return error instanceof ResponseError ? error.cause : error;
}

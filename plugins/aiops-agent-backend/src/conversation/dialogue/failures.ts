import type { DialogueDeps } from '../ports';
import type { Messages } from '../messages';

/** Errors whose sentence is meant for the person. */
const FOR_PEOPLE = new Set([
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'ServiceUnavailableError',
]);

/** True when the person stopped the answer. */
export function isStop(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/**
 * What went wrong in words: what happened, that nothing changed, and what to
 * do. What nobody expected is logged with a number that the person sees.
 *
 * @param confirming - True when a yes may have arrived all the same.
 */
export function describeFailure(
  error: unknown,
  deps: Pick<DialogueDeps, 'logger' | 'ids' | 'contact'>,
  messages: Messages,
  confirming = false,
): string {
  if (error instanceof Error && FOR_PEOPLE.has(error.name) && error.message) {
    const saysSo =
      /\b(?:nothing|no change|not changed|unchanged|nichts|nicht geändert)\b/i.test(
        error.message,
      );
    return saysSo || confirming
      ? error.message
      : `${error.message.replace(/([^.!?])$/, '$1.')} ${
          messages.nothingChanged
        }`;
  }
  const id = deps.ids.next().slice(0, 8);
  deps.logger.error(
    `A message could not be answered (${id})`,
    error instanceof Error ? error : new Error(String(error)),
  );
  return confirming
    ? messages.unclearOutcome(id, deps.contact)
    : messages.unexpected(id, deps.contact);
}

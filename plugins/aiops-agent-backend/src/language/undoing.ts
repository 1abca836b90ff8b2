import type { Reading } from './types';

const UNDO =
  /^(?:(?:oh|no|please|wait|sorry|ok|can you|could you|now|then)[, ]+)*(?:undo|revert|reverse|take back)(?: (?:it|that|this|the last (?:change|one|thing)|everything))?(?: again)?(?:,? please)?[.!?]*$/u;

/**
 * "Undo that" after something was agreed to or shown: the request that is
 * meant, whose card has the button for it. Undefined where none was spoken of,
 * and where more is said.
 */
export function requestToUndo({ lower, spoken }: Reading): string | undefined {
  return UNDO.test(lower) ? spoken.request : undefined;
}

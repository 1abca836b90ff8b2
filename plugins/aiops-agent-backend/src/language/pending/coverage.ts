import type { Extraction } from '../extraction';
import type { Reading } from '../types';
import { overlaps } from '../text';
import { isWrapping } from '../wrapping';

/** Share of the words that carry meaning which the parameters account for. */
export function coverage(
  reading: Reading,
  { spans }: Pick<Extraction, 'spans'>,
): { share: number; left: number } {
  const content = reading.tokens.filter(
    token =>
      spans.some(span => overlaps(span, token)) || !isWrapping(token.text),
  );
  const left = content.filter(
    token => !spans.some(span => overlaps(span, token)),
  ).length;
  return { share: content.length === 0 ? 0 : 1 - left / content.length, left };
}

/** The message with what its values say blanked. */
export function withoutValues(
  reading: Reading,
  { spans }: Pick<Extraction, 'spans'>,
): string {
  return spans.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    reading.text,
  );
}

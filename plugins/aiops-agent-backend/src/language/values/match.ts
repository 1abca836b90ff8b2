import { overlaps } from '../text';
import type { Reading, Said, Span } from '../types';

/** Where a match of a regular expression, or one of its groups, stands. */
export function spanOf(match: RegExpMatchArray, group = 0): Span {
  const whole = match.index ?? 0;
  const start =
    group === 0 ? whole : whole + match[0].indexOf(match[group] ?? '');
  return { start, end: start + (match[group] ?? '').length };
}

/** A value said by one match. */
export function said<T>(value: T, match: RegExpMatchArray): Said<T> {
  return { value, spans: [spanOf(match)] };
}

const compiled = new Map<string, RegExp>();

function everywhere({ source }: RegExp): RegExp {
  const pattern = compiled.get(source) ?? new RegExp(source, 'gu');
  compiled.set(source, pattern);
  return pattern;
}

/** The first of the patterns that occurs outside the names of the message. */
export function firstOf<T>(
  reading: Reading,
  patterns: Array<[pattern: RegExp, value: T]>,
): Said<T> | undefined {
  let best: { at: number; found: Said<T> } | undefined;
  for (const [pattern, value] of patterns) {
    for (const match of reading.lower.matchAll(everywhere(pattern))) {
      const span = spanOf(match);
      if (!isInName(reading, span) && (!best || span.start < best.at)) {
        best = { at: span.start, found: { value, spans: [span] } };
      }
    }
  }
  return best?.found;
}

/** True inside a name that the message mentions, such as `dev` in `shop-dev`. */
export function isInName(reading: Reading, span: Span): boolean {
  return (
    reading.mentions.some(
      mention => mention.strength === 'exact' && overlaps(mention, span),
    ) ||
    reading.tokens.some(
      token =>
        token.start <= span.start &&
        token.end >= span.end &&
        token.text.length > span.end - span.start &&
        token.text.includes('-'),
    )
  );
}

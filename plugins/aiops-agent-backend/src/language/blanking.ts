import type { Reading, Span } from './types';
import { overlaps } from './text';

/** Text of the same length with some of it replaced. */
function blank(text: string, spans: Span[], by: string): string {
  return spans.reduce(
    (rest, { start, end }) =>
      `${rest.slice(0, start)}${by.repeat(end - start)}${rest.slice(end)}`,
    text,
  );
}

/** A message as if some of its words weren't there. */
export function without(reading: Reading, spans: Span[]): Reading {
  if (spans.length === 0) {
    return reading;
  }
  const free = (span: Span) => !spans.some(other => overlaps(other, span));
  return {
    ...reading,
    text: blank(reading.text, spans, ' '),
    lower: blank(reading.lower, spans, ' '),
    tokens: reading.tokens.filter(free),
    mentions: reading.mentions.filter(free),
  };
}

/**
 * A message with the names in it made unreadable, since `line-up` says nothing
 * of up and `monday-club` nothing of a day.
 */
export function withoutNames(reading: Reading): Reading {
  const names = reading.mentions.filter(({ strength }) => strength === 'exact');
  return {
    ...reading,
    text: blank(reading.text, names, '_'),
    lower: blank(reading.lower, names, '_'),
  };
}

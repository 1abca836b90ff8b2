import * as chrono from 'chrono-node';
import type { Extractor, Reading } from '../types';
import { isInName } from './match';

const HINT =
  /\b(?:mon|tue|wed|thu|fri|sat|sun|day|yesterday|tomorrow|week|month|hour|minute|ago|noon|midnight|morning|evening|night|january|jan|february|feb|march|april|may|june|july|august|aug|september|sept?|october|oct|november|nov|december|dec|\d{1,2}:\d\d|\d{4}-\d\d|\d+(?:st|nd|rd|th)|\d+ ?[ap]m)/u;

/** Names are blanked, since dates are found in them too. */
function withoutNames(reading: Reading): string {
  return reading.mentions.reduce(
    (text, { start, end, strength }) =>
      strength === 'exact'
        ? text.slice(0, start) + '_'.repeat(end - start) + text.slice(end)
        : text,
    reading.text,
  );
}

/**
 * A day (`2026-11-16`) or, where a time is said, a moment in UTC, worked out
 * from the message's time.
 */
export const date: Extractor = reading => {
  if (!HINT.test(reading.lower)) {
    return undefined;
  }
  const results = chrono.en.casual.parse(
    withoutNames(reading),
    { instant: reading.now, timezone: 'UTC' },
    { forwardDate: false },
  );
  const found = results.find(
    ({ index, text }) =>
      !isInName(reading, { start: index, end: index + text.length }),
  );
  if (!found) {
    return undefined;
  }
  const exact = found.start.isCertain('hour');
  const moment = found.start.date();
  return {
    value: exact
      ? `${moment.toISOString().slice(0, 19)}Z`
      : moment.toISOString().slice(0, 10),
    spans: [{ start: found.index, end: found.index + found.text.length }],
  };
};

/** A version as said, without its `v`; `latest` stays. */
export const version: Extractor = reading => {
  const match =
    reading.lower.match(
      /(?<![\w.:/-])v?(\d+\.\d+(?:\.\d+)*(?:-[a-z0-9.]+)?)(?![\w/-])/u,
    ) ??
    reading.lower.match(/\b(?:version|release|tag|v) ?v?(\d[\w.-]*)/u) ??
    reading.lower.match(/\b(latest|newest)\b/u);
  return match?.index === undefined
    ? undefined
    : {
        value: match[1] === 'newest' ? 'latest' : match[1].replace(/\.$/, ''),
        spans: [{ start: match.index, end: match.index + match[0].length }],
      };
};

/** A date, `previous`, or a version to go back to. */
export const to: Extractor = (reading, wanted) => {
  const previous = reading.lower.match(
    /\b(?:previous|prior|last) (?:version|release|one|state|deployment)\b|\bone (?:version )?back\b|\bthe version before\b/u,
  );
  if (previous?.index !== undefined) {
    return {
      value: 'previous',
      spans: [
        { start: previous.index, end: previous.index + previous[0].length },
      ],
    };
  }
  return version(reading, wanted) ?? date(reading, wanted);
};

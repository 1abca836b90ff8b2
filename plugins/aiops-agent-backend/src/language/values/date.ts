import * as chrono from 'chrono-node';
import { withoutNames } from '../blanking';
import type { Extractor, Reading } from '../types';
import { timeOfDay, withClockTimes } from './clock';
import { isInName } from './match';

const HINT =
  /\b(?:mon|tue|wed|thu|fri|sat|sun|day|yesterday|tomorrow|week|month|hour|minute|ago|noon|midnight|morning|evening|night|january|jan|february|feb|march|april|may|june|july|august|aug|september|sept?|october|oct|november|nov|december|dec|\d{1,2}:\d\d|\d{4}-\d\d|\d+(?:st|nd|rd|th)|\d+ ?[ap]m)/u;

/** The text with times of day as a clock shows them, and without names. */
function asDatesAreRead(reading: Reading): string {
  const { text } = withoutNames(reading);
  const clock = withClockTimes(text.toLowerCase()).replace(
    /(?<![\w.:-])(\d\d)([0-5]\d) (hours|hrs|h)\b/gu,
    (whole, hour, minutes) => `${hour}:${minutes}`.padEnd(whole.length),
  );
  return clock.length === text.length ? clock : text;
}

/** "since yesterday's update" says when it broke, not where to go back to. */
const CAUSE = /\b(?:since|after|ever since)(?: the| our| last)? ?$/u;
const GOES_BACK =
  /\b(?:(?:back )?to|how (?:it|they|things|that) (?:was|were|looked)|as (?:it|they) (?:was|were)|as of|from|the (?:one|state|backup|copy) (?:of|from))(?: (?:the|on))? ?$/iu;
const OF_CAUSE =
  /^(?:'s)? (?:update|upgrade|deployment|deploy|release|change|migration|import)\b/u;

/** What is a time of day and no number of something else. */
const TIME =
  /\d[:.]\d\d\b|\d ?[ap]\.?m\b|o'clock|\bin the (?:morning|afternoon|evening)\b|\b(?:noon|midday|midnight)\b/iu;

const DAY_MS = 86_400_000;

/** What was said of a day that is over: a Wednesday is the last one. */
function inThePast({ start }: chrono.ParsedResult, now: Date): Date {
  const moment = start.date();
  if (moment <= now) {
    return moment;
  }
  if (start.isCertain('weekday') && !start.isCertain('day')) {
    return new Date(moment.getTime() - 7 * DAY_MS);
  }
  if (start.isCertain('month') && !start.isCertain('year')) {
    moment.setUTCFullYear(moment.getUTCFullYear() - 1);
  }
  return moment;
}

/**
 * A day (`2026-11-16`) or, where a time is said, a moment in UTC, worked out
 * from the message's time.
 */
export const date: Extractor = (reading, { parameters }) => {
  if (!HINT.test(reading.lower)) {
    return undefined;
  }
  const text = asDatesAreRead(reading);
  const results = chrono.en.casual.parse(
    text,
    { instant: reading.now, timezone: 'UTC' },
    { forwardDate: false },
  );
  const possible = results.filter(
    ({ index, text: part }) =>
      !isInName(reading, { start: index, end: index + part.length }) &&
      !(
        CAUSE.test(text.slice(0, index).toLowerCase()) && parameters.has('to')
      ) &&
      !(
        parameters.has('to') &&
        OF_CAUSE.test(text.slice(index + part.length).toLowerCase())
      ),
  );
  // "It broke this morning, put it back to how it was yesterday."
  const found =
    possible.find(({ index }) => GOES_BACK.test(text.slice(0, index))) ??
    possible[0];
  if (!found) {
    return undefined;
  }
  const moment = inThePast(found, reading.now);
  // "Wednesday, 6 in the evening"
  const time =
    found.start.isCertain('hour') || !TIME.test(text)
      ? undefined
      : timeOfDay(text.toLowerCase());
  if (time) {
    moment.setUTCHours(time.hour, time.minute, 0, 0);
  }
  const exact = found.start.isCertain('hour') || time !== undefined;
  return {
    value: exact
      ? `${moment.toISOString().slice(0, 19)}Z`
      : moment.toISOString().slice(0, 10),
    spans: [{ start: found.index, end: found.index + found.text.length }],
  };
};

/** A version as said, without its `v`; `latest` stays. */
export const version: Extractor = (reading, { intent, asked }) => {
  const match =
    reading.lower.match(
      /(?<![\w.:/-])v?(\d+\.\d+(?:\.\d+)*(?:-[a-z0-9.]+)?)(?![\w/-])/u,
    ) ??
    reading.lower.match(
      /\b(?:version|release|tag|build|v)[ :]?v?((?=[\w.-]*\d)[\w][\w.-]*)/u,
    ) ??
    reading.lower.match(
      /\b(latest|newest|most (?:recent|current)|up[ -]to[ -]date|current (?:version|release))\b/u,
    ) ??
    (/update|rollback/.test(intent) || asked
      ? reading.lower.match(
          /(?:\b(?:to|at|on|be)|->|^) v?(\d{1,4})\b(?! ?(?:[a-z%:]|\.\d))/u,
        ) ?? (asked ? reading.lower.match(/^v?(\d[\w.-]*)$/u) : null)
      : null);
  return match?.index === undefined
    ? undefined
    : {
        value: /\d/.test(match[1]) ? match[1].replace(/[.-]+$/, '') : 'latest',
        spans: [{ start: match.index, end: match.index + match[0].length }],
      };
};

/** A date, `previous`, or a version to go back to. */
export const to: Extractor = (reading, wanted) => {
  const previous = reading.lower.match(
    /(?<!\b(?:since|after|with|because of|by) (?:the |our |its )?)\b(?:previous|prior|preceding|last|earlier|old(?:er)?)(?: (?:good|working|stable|known))* (?:version|release|one|state|deployment|deploy|build)\b|\bone (?:version |release |step )?back\b|\bback (?:one|a) (?:version|release|step)\b|\bthe (?:version|release|one) (?:that |which )?(?:we |it |was |were |i |on )*(?:had |there |running |used )*before\b|\bbefore the (?:update|upgrade|last \w+|latest \w+|release)\b|\b(?:take|undo|revert|roll) (?:back )?the (?:last|latest) \w+\b/u,
  );
  if (previous?.index !== undefined) {
    return {
      value: 'previous',
      spans: [
        { start: previous.index, end: previous.index + previous[0].length },
      ],
    };
  }
  const day = date(reading, wanted);
  const named = version(reading, wanted);
  // "the latest" is nothing to go back to.
  const isVersion = named && named.value !== 'latest';
  const isPlain = /\./.test(String(named?.value));
  return isVersion && (isPlain || !day) ? named : day;
};

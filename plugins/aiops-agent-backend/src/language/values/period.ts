import type { Extractor } from '../types';
import { durationsSaid } from './duration';
import { firstOf } from './match';

/** A named stretch of time, or a duration back from now. */
export const period: Extractor = reading => {
  if (
    !/day|week|month|mtd|hour|min|year|\d ?[hdw]\b|fortnight/u.test(
      reading.lower,
    )
  ) {
    return undefined;
  }
  const named = firstOf<string>(reading, [
    [/\btoday(?:'s)?\b/, 'today'],
    [/\byesterday(?:'s)?\b/, 'yesterday'],
    [
      /\b(?:this|current|the running) week(?:'s)?\b|\bweek to date\b/,
      'this_week',
    ],
    [
      /\b(?:last|previous|past|prior) week(?:'s)?\b|\bthe week before\b/,
      'last_week',
    ],
    [
      /\b(?:this|current|the running) month(?:'s)?\b|\bmonth to date\b|\bmtd\b|\bthe month (?:that )?we(?:'re| are) in\b|\bso far in the month\b/,
      'this_month',
    ],
    [
      /\b(?:last|previous|prior) month(?:'s)?\b|\bthe month before\b/,
      'last_month',
    ],
  ]);
  if (named) {
    return named;
  }
  const months = firstOf(reading, [[/\bpast month\b/, 'last_month']]);
  return (
    months ??
    durationsSaid(reading).find(
      ({ relative, bare, spans: [span] }) =>
        (relative && !bare) ||
        /\b(?:over|in|for|during|within|since) (?:the )?$/.test(
          reading.lower.slice(0, span.start),
        ),
    )
  );
};

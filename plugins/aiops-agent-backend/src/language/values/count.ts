import type { Extractor } from '../types';
import { said } from './match';
import { NUMBER, toNumber } from './numbers';

const COPIES = '(?:copies|copy|replicas?|instances?|pods?|containers)';

/** How many copies run: 'run 4 copies' is 4. */
export const replicas: Extractor = ({ lower }, { asked }) => {
  const match =
    lower.match(
      new RegExp(
        `(?<![\\w.-])(${NUMBER}) (?:running )?${COPIES}\\b(?! (?:more|fewer|less))`,
        'u',
      ),
    ) ??
    lower.match(
      new RegExp(`\\b${COPIES}(?: ?[:=]| to| of)? (${NUMBER})\\b`, 'u'),
    ) ??
    lower.match(
      new RegExp(`\\bscale (?:.* )?to (${NUMBER})\\b(?! ?[kmgt]i?b?\\b)`, 'u'),
    ) ??
    (asked ? lower.match(new RegExp(`^(${NUMBER})$`, 'u')) : undefined);
  const value = match ? toNumber(match[1]) : undefined;
  return match && value !== undefined && Number.isInteger(value)
    ? said(value, match)
    : undefined;
};

/** How many of something, said alone. */
export const count: Extractor = ({ lower }) => {
  const match = lower.match(
    new RegExp(`(?<![\\w.-])(${NUMBER})\\b(?! ?[kmgt]i?b?\\b)`, 'u'),
  );
  const value = match ? toNumber(match[1]) : undefined;
  return match && value !== undefined && Number.isInteger(value)
    ? said(value, match)
    : undefined;
};

/** 'double' is 2, 'half' is 0.5. */
export const factor: Extractor = ({ lower }) => {
  const words: Array<[RegExp, number]> = [
    [/\b(?:doubl(?:e|ing)|twice)\b/u, 2],
    [/\btripl(?:e|ing)\b/u, 3],
    [/\b(?:halve|in half|by half)\b/u, 0.5],
  ];
  for (const [pattern, value] of words) {
    const match = lower.match(pattern);
    if (match) {
      return said(value, match);
    }
  }
  const times = lower.match(
    new RegExp(`\\b(${NUMBER}) times (?:as|more)\\b|\\b(\\d+)x\\b`, 'u'),
  );
  const value = times && toNumber(times[1] ?? times[2]);
  return times && value !== undefined && value !== null
    ? said(value, times)
    : undefined;
};

/** 'two more' is 2, 'one fewer' is -1. */
export const add: Extractor = ({ lower }) => {
  const match =
    lower.match(
      new RegExp(`\\b(${NUMBER}) (more|extra|additional|fewer|less)\\b`, 'u'),
    ) ??
    lower.match(new RegExp(`\\b(?:add|remove) (${NUMBER})\\b()`, 'u')) ??
    lower.match(/\b(another)()\b(?! (?:day|week|month|hour|year))/u);
  if (!match) {
    return undefined;
  }
  const value = match[1] === 'another' ? 1 : toNumber(match[1]);
  const less = /fewer|less|^remove/u.test(match[0]);
  return value === undefined ? undefined : said(less ? -value : value, match);
};

/** `up` or `down`, only where no number is said. */
export const direction: Extractor = (reading, wanted) => {
  if ([replicas, factor, add].some(extract => extract(reading, wanted))) {
    return undefined;
  }
  const match = reading.lower.match(
    /\b(?:(up|more|bigger|larger|increase|grow|faster|raise)|(down|less|fewer|smaller|decrease|shrink|reduce|lower))\b/u,
  );
  return match ? said(match[1] ? 'up' : 'down', match) : undefined;
};

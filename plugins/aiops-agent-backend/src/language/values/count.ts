import type { Extractor } from '../types';
import { isInName, said } from './match';
import { NUMBER, toNumber } from '../text';

const COUNT = new RegExp(
  `(?<![\\w.:-])\\+?(${NUMBER})\\b(?! ?(?:[kmgt]i?b\\b|[kmgt]\\b|gigs?|gigabytes?|megs?|cores?|cpus?|%|percent))`,
  'gu',
);

/** How many of a machine, of whatever size. */
const MACHINES = new RegExp(
  `(?<![\\w.:-])(${NUMBER}) (?:more |new |extra |additional |another )?(?:small |medium |large |big )?(?:vms?|virtual|nodes?|workers?|machines?|servers?|volumes?|disks?|load[ -]?balancers?)\\b`,
  'u',
);

/** How many of something, said alone. */
export const count: Extractor = reading => {
  // "rack 4 has room, give us 3 VMs"
  const machines = reading.lower.match(MACHINES);
  const many = machines && toNumber(machines[1]);
  if (machines && many && Number.isInteger(many)) {
    return said(many, machines);
  }
  for (const match of reading.lower.matchAll(COUNT)) {
    const found = said(toNumber(match[1]), match);
    const isArticle =
      match[1] === 'one' &&
      /\b(?:that|this|the|which|no) $/u.test(
        reading.lower.slice(0, match.index),
      );
    if (
      found.value !== undefined &&
      Number.isInteger(found.value) &&
      !isArticle &&
      !isInName(reading, found.spans[0])
    ) {
      return found;
    }
  }
  return undefined;
};

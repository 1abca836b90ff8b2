import type { Extractor } from '../types';
import { said } from './match';

const REGISTRY =
  /(?<![\w/@.:-])(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?)(?:\/[a-z0-9._-]+)+(?::[\w][\w.-]*)?(?:@sha256:[a-f0-9]{64})?/iu;
const TAGGED =
  /(?<![\w/@.:-])[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9._-]+)*:(?=[\w.-]*\d|latest|stable|main|edge)[\w][\w.-]*/iu;
const NAMED =
  /\b(?:image|container)(?: is| named| called|:)? ([a-z0-9][a-z0-9._-]*(?:\/[a-z0-9._-]+)+)/iu;

/** A container image such as `ghcr.io/acme/shop:1.4.0`. */
export const image: Extractor = ({ text }) => {
  if (!/\S[/:]\S/u.test(text)) {
    return undefined;
  }
  const match = text.match(REGISTRY) ?? text.match(TAGGED);
  if (match && !/^\d+:\d+$/.test(match[0])) {
    const value = match[0].replace(/[.,]+$/, '');
    return said(value, { ...match, 0: value } as RegExpMatchArray);
  }
  const named = text.match(NAMED);
  return named ? said(named[1], named) : undefined;
};

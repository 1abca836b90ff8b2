import { withoutNames } from '../blanking';
import type { Extractor } from '../types';
import { add, factor, replicas } from './copies';
import { said } from './match';
import { cpu, memory } from './quantity';
import { size } from './size';

const UP =
  'up|out|double|twice|triple|more|bigger|larger|stronger|increase|grow|faster|raise|extend|beef|boost|upscale|higher|additional|extra|expand|increasing|raising';
const DOWN =
  'down|cheaper|in|halve|half|less|fewer|smaller|decrease|shrink|reduce|lower|cut|downscale|downsize|weaker|reducing|decreasing|lowering|too (?:much|many|big|large)';
const DIRECTION = new RegExp(`\\b(?:(${UP})|(${DOWN}))\\b`, 'u');

/** `up` or `down`, only where no number is said. */
export const direction: Extractor = (message, wanted) => {
  const { parameters } = wanted;
  // `line-up` says nothing of up and down.
  const reading = withoutNames(message);
  const numbers = parameters.has('memory')
    ? [memory, cpu, size]
    : [replicas, factor, add];
  const isSaid = numbers.some(extract => extract(reading, wanted));
  // "in" is a direction only in "scale in".
  const match = reading.lower
    .replace(/(?<!\bscal(?:e|ing) )\bin\b/gu, '__')
    .replace(/(?<!\bscal(?:e|ing) (?:\S+ )?)\bout\b/gu, '___')
    .match(DIRECTION);
  return match && !isSaid ? said(match[1] ? 'up' : 'down', match) : undefined;
};

import type { Extractor } from '../types';
import { image } from './image';
import { overlaps } from '../text';
import { said, spanOf } from './match';

const HOST =
  /(?<![\w@/.:-])(?:https?:\/\/)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})(?![\w:@]|\.\w)\/?/gu;
/** Endings that name files rather than addresses. */
const FILES =
  /\.(?:ya?ml|json|html?|php|js|ts|sh|txt|md|png|jpe?g|pdf|zip|py|rb)$/;

/** An address such as `reports.corp.example.com`. */
export const host: Extractor = (reading, wanted) => {
  if (!/[a-z\d]\.[a-z]/u.test(reading.lower)) {
    return undefined;
  }
  const picture = image(reading, wanted);
  for (const match of reading.lower.matchAll(HOST)) {
    const span = spanOf(match);
    const inImage = picture?.spans.some(other => overlaps(other, span));
    if (
      !inImage &&
      !FILES.test(match[1]) &&
      !/^(?:e\.g|i\.e|q\.a)$/.test(match[1])
    ) {
      return said(match[1], match);
    }
  }
  return undefined;
};

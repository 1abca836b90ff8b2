import type { Extractor } from '../types';
import { said } from './match';

/** `REQ-1042`, however it is written; a bare number where one can be meant. */
export const request: Extractor = ({ lower }, { asked }) => {
  const match =
    lower.match(
      /\breq(?:uest)?s?[ -]?(?:number |no\.? |nr\.? |id )?[#-]?[ ]?(\d{1,9})\b/u,
    ) ??
    lower.match(/(?<![\w/.-])#(\d{1,9})\b/u) ??
    lower.match(
      asked
        ? /(?<![\w.:/-])(\d{1,9})(?![\w.:%-])/u
        : /(?<![\w.:/$-])(\d{3,9})(?![\w:%-]|\.\d)/u,
    );
  return match ? said(`REQ-${Number(match[1])}`, match) : undefined;
};

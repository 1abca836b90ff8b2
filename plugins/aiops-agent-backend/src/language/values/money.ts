import type { Extractor } from '../types';
import { said } from './match';
import { NUMBER, toNumber } from './numbers';
import { quantitiesSaid } from './quantity';

/** A sum of money per month, in the portal's currency. */
export const money: Extractor = ({ lower }) => {
  const match =
    lower.match(/[$€£] ?(\d+(?:[.,]\d+)?)(k)?\b/u) ??
    lower.match(
      new RegExp(
        `(?<![\\w.-])(${NUMBER}) ?(k)?(?:dollars?|bucks|usd|eur|euros?|pounds?|gbp|[$€£])`,
        'u',
      ),
    ) ??
    lower.match(/(?<![\w.-])(\d+(?:\.\d+)?)(k)?(?= (?:a|per|each) month)/u);
  const value = match ? toNumber(match[1]) : undefined;
  return match && value !== undefined
    ? said(match[2] ? value * 1000 : value, match)
    : undefined;
};

/** A quantity for memory and storage, else the number said. */
export const amount: Extractor = (reading, wanted) => {
  const [quantity] = quantitiesSaid(reading);
  if (quantity) {
    return quantity;
  }
  const sum = money(reading, wanted);
  if (sum) {
    return sum;
  }
  const match = reading.lower.match(
    new RegExp(`(?<![\\w.-])(${NUMBER}|another)\\b`, 'u'),
  );
  const value = match?.[1] === 'another' ? 1 : match && toNumber(match[1]);
  return match && typeof value === 'number' ? said(value, match) : undefined;
};

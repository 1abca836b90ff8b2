import { timeOfDay } from '../values/clock';
import type { PendingCase } from './types';

const DAY =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|yesterday|today|ago|\d(?:st|nd|rd|th)\b|\d{4}-\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** "thursday, not wednesday" keeps the time that was said, "at six" the day. */
export function withDate(
  params: Record<string, unknown>,
  { reading, pending }: Pick<PendingCase, 'reading' | 'pending'>,
): Record<string, unknown> {
  const name = ['at', 'to'].find(
    each => params[each] !== undefined && pending.params[each] !== undefined,
  );
  const before = /^(\d{4}-\d\d-\d\d)(T.+)?$/.exec(
    String(name && pending.params[name]),
  );
  const now = /^(\d{4}-\d\d-\d\d)(T.+)?$/.exec(String(name && params[name]));
  if (!name || !before || !now) {
    return params;
  }
  const saysTime = timeOfDay(reading.lower) !== undefined;
  const day = DAY.test(reading.lower) ? now[1] : before[1];
  const time = (saysTime ? now[2] : now[2] ?? before[2]) ?? '';
  return { ...params, [name]: `${day}${time}` };
}

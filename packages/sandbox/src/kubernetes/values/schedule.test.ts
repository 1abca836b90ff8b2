import { parseSchedule } from './schedule';

describe('a schedule as cron writes it', () => {
  const next = (text: string, after: string, zone?: string) =>
    parseSchedule(text, zone).next(new Date(after))?.toISOString();

  it.each([
    ['*/15 * * * *', '2026-01-05T09:01:30Z', '2026-01-05T09:15:00.000Z'],
    ['0 3 * * *', '2026-01-05T03:00:00Z', '2026-01-06T03:00:00.000Z'],
    [
      '30 8-10/2 * * mon-fri',
      '2026-01-09T10:30:00Z',
      '2026-01-12T08:30:00.000Z',
    ],
    ['0 0 29 2 *', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 13 * 5', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00.000Z'],
    ['@monthly', '2026-01-05T00:00:00Z', '2026-02-01T00:00:00.000Z'],
    ['0 0 31 2 *', '2026-01-01T00:00:00Z', undefined],
  ])('%s comes after %s at %s', (text, after, expected) => {
    expect(next(text, after)).toBe(expected);
  });

  it('follows the clocks of a time zone', () => {
    expect(next('0 9 * * *', '2026-07-01T00:00:00Z', 'Europe/Berlin')).toBe(
      '2026-07-01T07:00:00.000Z',
    );
  });

  it.each([
    '',
    '* * * *',
    '61 * * * *',
    '*/0 * * * *',
    'x * * * *',
    '5-1 * * * *',
  ])('refuses %p', text => {
    expect(() => parseSchedule(text)).toThrow();
  });
});

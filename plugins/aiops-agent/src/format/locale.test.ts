import { money, percent } from './money';
import { clock, day } from './time';

describe('numbers and dates', () => {
  afterEach(() => {
    document.documentElement.lang = '';
  });

  it('are written as in the language of the page', () => {
    document.documentElement.lang = 'de';
    expect(money(34.96, 'USD').replace(/\s/g, ' ')).toBe('34,96 $');
    expect(percent(0.28).replace(/\s/g, ' ')).toBe('28 %');
    expect(day('2026-11-20T10:02:00Z')).toMatch(/^Freitag, 20\. November/);
    expect(clock('2026-11-20T10:02:00Z')).toMatch(/^\d\d:02$/);
  });

  it('are written as the browser has it where the page says nothing', () => {
    expect(money(34.96, 'USD')).toBe('$34.96');
    expect(money(35, 'USD')).toBe('$35');
  });
});

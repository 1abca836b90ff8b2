import { readTitle } from './titles';

describe('the title of a thing', () => {
  it.each([
    ['Corporate website', 'Corporate website'],
    ["Noor's café (new)", "Noor's café (new)"],
    ['顧客サイト', '顧客サイト'],
    ['![x](https://evil.example/p.png?who=me)', 'x ('],
    ['<img src=x onerror=alert(1)>', 'img src x onerror alert(1)'],
    ['**bold** `code` [a](b)', 'bold code a (b)'],
    ['Shop\n# Heading', 'Shop Heading'],
    ['x'.repeat(100), 'x'.repeat(60)],
    ['### 12', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is shown as %j', (annotation, title) => {
    expect(readTitle(annotation)).toBe(title);
  });
});

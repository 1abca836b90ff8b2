import { formatBytes, formatCpu, parseQuantity } from './quantity';

describe('quantities', () => {
  it.each([
    ['250m', 0.25],
    ['1500m', 1.5],
    ['0.1', 0.1],
    [2, 2],
    [0.5, 0.5],
    ['+1', 1],
    ['.5', 0.5],
    ['5.', 5],
    ['100u', 0.0001],
    ['5n', 5e-9],
    ['128Mi', 128 * 1024 ** 2],
    ['1.5Gi', 1.5 * 1024 ** 3],
    ['1Ki', 1024],
    ['2Ti', 2 * 1024 ** 4],
    ['1Pi', 1024 ** 5],
    ['1Ei', 1024 ** 6],
    ['1k', 1000],
    ['129M', 129e6],
    ['3G', 3e9],
    ['1T', 1e12],
    ['1P', 1e15],
    ['1E', 1e18],
    ['1E3', 1000],
    ['1e3', 1000],
    ['129e6', 129e6],
    ['1e-3', 0.001],
    ['0', 0],
    ['-0', 0],
    ['128974848000m', 128974848],
  ])('reads %j as %d', (text, value) => {
    expect(Object.is(parseQuantity(text), value)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'abc',
    '1 Gi',
    '1gi',
    '1GiB',
    '1K',
    '1KI',
    '-1',
    '1e999',
    '1.2.3',
    '0x10',
    'Infinity',
    NaN,
    null,
    undefined,
    {},
    '1m5',
    '1eM',
  ])('does not read %p', text => {
    expect(() => parseQuantity(text)).toThrow(/is not a/);
  });

  it('writes cores and bytes as Kubernetes does, never less than asked', () => {
    expect([0, 0.1 + 0.2, 1, 1.5, 0.0001, 2.0005].map(formatCpu)).toEqual([
      '0',
      '300m',
      '1',
      '1500m',
      '1m',
      '2001m',
    ]);
    expect(
      [0, 1, 1000, 1024, 1536 * 1024 ** 2, 1024 ** 3, 20e9, 1024 ** 7].map(
        formatBytes,
      ),
    ).toEqual([
      '0',
      '1',
      '1000',
      '1Ki',
      '1536Mi',
      '1Gi',
      '19531250Ki',
      '1024Ei',
    ]);
    expect(() => formatCpu(-1)).toThrow('is not an amount');
    expect(() => formatBytes(NaN)).toThrow('is not an amount');
  });

  it('reads back what it wrote', () => {
    for (const cores of [0.001, 0.25, 1.999, 64]) {
      expect(parseQuantity(formatCpu(cores))).toBe(cores);
    }
    for (const bytes of [1, 4097, 2 ** 31, 2 ** 50]) {
      expect(parseQuantity(formatBytes(bytes))).toBe(bytes);
    }
  });
});

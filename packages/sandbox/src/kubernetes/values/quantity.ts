const SUFFIXES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/** The number that a Kubernetes quantity (`250m`, `1.5Gi`) stands for, or undefined when it is none. */
export function parseQuantity(text: unknown): number | undefined {
  const match = QUANTITY.exec(String(text));
  if (!match) {
    return undefined;
  }
  const [, digits, exponent = '', suffix = ''] = match;
  return Number(digits + exponent) * SUFFIXES[suffix];
}

/** As `parseQuantity`, where a missing or unreadable quantity counts as nothing. */
export function quantity(text: unknown): number {
  return (text === undefined ? 0 : parseQuantity(text)) ?? 0;
}

/** Writes a sum of quantities as Kubernetes does: `1500m`, `2Gi`, `3`. `like` is one of its parts, whose style it follows. */
export function formatQuantity(value: number, like = ''): string {
  if (value === 0) {
    return '0';
  }
  if (
    /[KMGTPE]i$/.test(like) ||
    (value >= 2 ** 20 && !/[kMGTPE]$/.test(like))
  ) {
    for (const unit of ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki']) {
      if (value >= SUFFIXES[unit] && value % SUFFIXES[unit] === 0) {
        return `${value / SUFFIXES[unit]}${unit}`;
      }
    }
    return String(Math.ceil(value));
  }
  for (const unit of ['E', 'P', 'T', 'G', 'M', 'k']) {
    if (value >= SUFFIXES[unit] && value % SUFFIXES[unit] === 0) {
      return `${value / SUFFIXES[unit]}${unit}`;
    }
  }
  for (const [unit, size] of [
    ['', 1],
    ['m', 1e3],
    ['u', 1e6],
  ] as const) {
    const count = value * size;
    if (Math.abs(count - Math.round(count)) < 1e-6) {
      return `${Math.round(count)}${unit}`;
    }
  }
  return `${Math.ceil(value * 1e9)}n`;
}

/** The quantity as Kubernetes writes it (`1000m` is `1`, `0.5` is `500m`); unreadable ones stay as they are. */
export function canonicalQuantity(text: unknown): string {
  const value = parseQuantity(text);
  return value === undefined
    ? String(text)
    : formatQuantity(value, String(text));
}

const FACTORS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** A Kubernetes quantity as a number; 0 for what is none. */
export function parseQuantity(quantity?: string): number {
  const [, number, suffix] =
    /^([0-9.]+(?:e[+-]?[0-9]+)?)([a-zA-Z]*)$/.exec(quantity ?? '') ?? [];
  return number === undefined ? 0 : Number(number) * (FACTORS[suffix] ?? 0);
}

import { InputError } from '@backstage/errors';

/** Powers of ten; `E` alone is exa, `E3` an exponent. */
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const QUANTITY =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:(Ki|Mi|Gi|Ti|Pi|Ei)|[eE]([+-]?\d+)|([numkMGTPE]?))$/;

/**
 * Reads a Kubernetes quantity: `250m`, `1.5`, `2Gi`, `1e9`. Cores for cpu,
 * bytes for memory and storage.
 *
 * @throws InputError when it is not a quantity, or is negative.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(value: unknown): number {
  const match =
    typeof value === 'string' || typeof value === 'number'
      ? QUANTITY.exec(String(value).trim())
      : null;
  if (!match) {
    throw new InputError(`${JSON.stringify(value)} is not a quantity.`);
  }
  const [, digits, binary, exponent, decimal] = match;
  const result = binary
    ? Number(digits) * 1024 ** (BINARY.indexOf(binary) + 1)
    : // Read as one decimal number, since 0.1 × 3 is not 0.3.
      Number(`${digits}e${exponent ?? DECIMAL[decimal]}`);
  if (!Number.isFinite(result) || result < 0) {
    throw new InputError(`${JSON.stringify(value)} is not an amount.`);
  }
  return Math.abs(result);
}

/** Cores as Kubernetes writes them, rounded up to a thousandth: `1500m`, `2`. */
export function formatCpu(cores: number): string {
  const milli = Math.ceil(checked(cores) * 1000 - 1e-6);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}

/** Bytes as Kubernetes writes them, in the largest unit that is exact: `1536Mi`. */
export function formatBytes(bytes: number): string {
  let amount = Math.ceil(checked(bytes) - 1e-6);
  let unit = -1;
  while (amount > 0 && amount % 1024 === 0 && unit + 1 < BINARY.length) {
    amount /= 1024;
    unit += 1;
  }
  return `${amount}${BINARY[unit] ?? ''}`;
}

function checked(amount: number): number {
  if (!Number.isFinite(amount) || amount < 0) {
    throw new InputError(`${amount} is not an amount.`);
  }
  return amount;
}

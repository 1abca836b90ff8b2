import type { QuotaLine } from '@aiops-portal/plugin-aiops-agent-common';
import { phrase, say, sayAgain } from '../words';

const GIB = 1024 ** 3;

/** At most one decimal, none where it is whole. */
function short(amount: number): string {
  return String(Math.round(amount * 10) / 10);
}

function shown(resource: QuotaLine['resource'], amount: number): string {
  return resource === 'memory' || resource === 'storage'
    ? short(amount / GIB)
    : short(amount);
}

const UNITS: Record<QuotaLine['resource'], [one: string, many: string]> = {
  environments: [phrase`environment`, phrase`environments`],
  databases: [phrase`database`, phrase`databases`],
  cpu: [phrase`core`, phrase`cores`],
  memory: [phrase`GiB of memory`, phrase`GiB of memory`],
  storage: [phrase`GiB of disk`, phrase`GiB of disk`],
};

/** `1 of 3`, `0.3 of 8 cores`, `10 of 200 GiB` */
export function quotaText(
  resource: QuotaLine['resource'],
  used: number,
  limit: number,
): string {
  const amounts = say`${shown(resource, used)} of ${shown(resource, limit)}`;
  switch (resource) {
    case 'cpu':
      return say`${amounts} cores`;
    case 'memory':
    case 'storage':
      return `${amounts} GiB`;
    default:
      return amounts;
  }
}

/** `4 environments`, `1 core` */
export function quotaAmount(
  resource: QuotaLine['resource'],
  amount: number,
): string {
  const text = shown(resource, amount);
  return `${text} ${sayAgain(UNITS[resource][text === '1' ? 0 : 1])}`;
}

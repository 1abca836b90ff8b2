import type { QuotaLine } from '@aiops-portal/plugin-aiops-agent-common';

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
  environments: ['environment', 'environments'],
  databases: ['database', 'databases'],
  cpu: ['core', 'cores'],
  memory: ['GiB of memory', 'GiB of memory'],
  storage: ['GiB of disk', 'GiB of disk'],
};

/** `1 of 3`, `0.3 of 8 cores`, `10 of 200 GiB` */
export function quotaText(
  resource: QuotaLine['resource'],
  used: number,
  limit: number,
): string {
  const amounts = `${shown(resource, used)} of ${shown(resource, limit)}`;
  switch (resource) {
    case 'cpu':
      return `${amounts} cores`;
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
  return `${text} ${UNITS[resource][text === '1' ? 0 : 1]}`;
}

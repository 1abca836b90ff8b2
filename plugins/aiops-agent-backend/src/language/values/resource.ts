import type { Extractor, Reading } from '../types';
import { firstOf } from './match';

/** What of a quota; the first one said. */
const OF_QUOTA: Array<[RegExp, string]> = [
  [
    /\b(?:environments?|envs?|enviroments?|namespaces?|sandboxes|spaces)\b/,
    'environments',
  ],
  [/\b(?:v?cpus?|cores?|processors?|compute|processing power)\b/, 'cpu'],
  [/\b(?:memory|ram|mem)\b/, 'memory'],
  [/\b(?:storage|disks?|disk space|volumes?|ssd)\b/, 'storage'],
  [/\b(?:databases?|dbs?|db slots?)\b/, 'databases'],
  [
    /(?:\b(?:budget|money|dollars?|euros?|eur|usd|bucks|pounds?|spend(?:ing)?|funds)\b|[$€£])/,
    'money',
  ],
];

const OF_INFRASTRUCTURE: Array<[RegExp, string]> = [
  [/\b(?:load[ -]?balancers?|lbs?)\b/, 'load-balancer'],
  [
    /\b(?:vms?|virtual (?:machines?|servers?|computers?)|virtual box(?:es)?)\b/,
    'vm',
  ],
  [
    /\b(?:volumes?|disks?|block storage|hard (?:disks?|drives?)|persistent volumes?)\b/,
    'volume',
  ],
  [
    /\b(?:nodes?|workers?|node pool|machines?|hardware|expand the cluster|(?:extend|grow|enlarge|scale) the cluster)\b/,
    'node',
  ],
];

/** "a server for the cluster" is a node, another one a virtual machine. */
function server(reading: Reading) {
  return firstOf(reading, [
    [
      /\bservers?\b/,
      /\bcluster|kubernetes|k8s\b/u.test(reading.lower) ? 'node' : 'vm',
    ],
  ]);
}

/** What more is wanted of: of a quota, or of machines. */
export const resource: Extractor = (reading, { intent }) => {
  if (!intent.includes('quota')) {
    return firstOf(reading, OF_INFRASTRUCTURE) ?? server(reading);
  }
  return firstOf(reading, OF_QUOTA);
};

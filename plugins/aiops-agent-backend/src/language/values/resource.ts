import type { Extractor, Reading } from '../types';
import { firstOf } from './match';
import { NUMBER } from '../text';

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

const COUNTED = new RegExp(
  `(?<![\\w.:-])${NUMBER} (?:more |new |extra |additional )?(?:small |medium |large |big )?(?=vms?\\b|virtual|nodes?\\b|workers?\\b|volumes?\\b|load)`,
  'u',
);

/** What more is wanted of: of a quota, or of machines. */
export const resource: Extractor = (reading, { intent }) => {
  if (!intent.includes('quota')) {
    // "we're short of machines, need 3 VMs"
    const counted = reading.lower.match(COUNTED);
    const rest = counted && {
      ...reading,
      lower: reading.lower.replace(/./gu, (char, at) =>
        at >= (counted.index ?? 0) ? char : ' ',
      ),
    };
    const found = rest && firstOf(rest, OF_INFRASTRUCTURE);
    if (found) {
      return found;
    }
    return firstOf(reading, OF_INFRASTRUCTURE) ?? server(reading);
  }
  return firstOf(reading, OF_QUOTA);
};

/** The groups of causes that there are words for. */
export const CAUSE_GROUPS = [
  'admission',
  'app',
  'config',
  'crash',
  'cronjob',
  'dependency',
  'gitops',
  'healthy',
  'hpa',
  'image',
  'ingress',
  'job',
  'memory',
  'mount',
  'network',
  'node',
  'notFound',
  'performance',
  'probe',
  'quota',
  'rbac',
  'rollout',
  'scaled',
  'schedule',
  'service',
  'statefulset',
  'storage',
] as const;

export type CauseGroup = (typeof CAUSE_GROUPS)[number];

/** `memory` for `memory.limit-exceeded`; undefined for one of a kind of its own. */
export function groupOf(cause: string): CauseGroup | undefined {
  const group = cause === 'not-found' ? 'notFound' : cause.split('.')[0];
  return CAUSE_GROUPS.find(known => known === group);
}

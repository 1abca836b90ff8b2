import type { KubeObject } from '../types';
import { portion } from './pods';

/** How many pods more than wanted there may be while it rolls. */
export function maxSurge(deployment: KubeObject): number {
  const { replicas, strategy } = deployment.spec;
  return strategy.type === 'Recreate'
    ? 0
    : portion(strategy.rollingUpdate?.maxSurge, replicas, Math.ceil);
}

/** How many pods may be missing while it rolls; at least one when none may be added. */
export function maxUnavailable(deployment: KubeObject, surge: number): number {
  const { replicas, strategy } = deployment.spec;
  if (strategy.type === 'Recreate') {
    return replicas;
  }
  const given = portion(
    strategy.rollingUpdate?.maxUnavailable,
    replicas,
    Math.floor,
  );
  return Math.min(replicas, surge === 0 ? Math.max(1, given) : given);
}

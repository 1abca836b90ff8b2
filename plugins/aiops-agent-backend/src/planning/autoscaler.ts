import type { Document } from 'yaml';
import type { MainWorkload } from './mainWorkload';

/** How many copies an autoscaler keeps running. */
export interface AutoscalerBounds {
  minimum: number;
  maximum: number;
}

/** The HorizontalPodAutoscaler beside a workload that counts its copies. */
export function findAutoscaler({
  files,
  workload,
}: MainWorkload): Document | undefined {
  return [...files.values()]
    .flat()
    .find(
      document =>
        document.get('kind') === 'HorizontalPodAutoscaler' &&
        document.getIn(['spec', 'scaleTargetRef', 'kind']) === workload.kind &&
        document.getIn(['spec', 'scaleTargetRef', 'name']) === workload.name,
    );
}

/** What it says now; Kubernetes takes 1 where there is no minimum. */
export function boundsOf(autoscaler: Document): AutoscalerBounds {
  const minimum = Number(autoscaler.getIn(['spec', 'minReplicas']) ?? 1);
  const maximum = Number(autoscaler.getIn(['spec', 'maxReplicas']) ?? minimum);
  return { minimum, maximum };
}

/**
 * Lets at least so many copies run. What it may go up to stays as people set
 * it, unless that were less.
 */
export function raiseAutoscaler(
  autoscaler: Document,
  replicas: number,
): AutoscalerBounds {
  const next = {
    minimum: replicas,
    maximum: Math.max(boundsOf(autoscaler).maximum, replicas),
  };
  autoscaler.setIn(['spec', 'minReplicas'], next.minimum);
  autoscaler.setIn(['spec', 'maxReplicas'], next.maximum);
  return next;
}

import { field, type Manifest } from './manifests';
import { readCount } from './sizes';
import type { Workload } from './types';

/**
 * A workload with the number of copies that Git asks for: where an autoscaler
 * counts them, what is written is kept between its bounds, and what isn't
 * written is the least that it lets run. Asleep it is left alone.
 */
export function withAutoscaler(
  workload: Workload,
  manifests: Manifest[],
): Workload {
  const spec = manifests.find(
    ({ kind, body }) =>
      kind === 'HorizontalPodAutoscaler' &&
      field(body, 'spec', 'scaleTargetRef', 'kind') === workload.kind &&
      field(body, 'spec', 'scaleTargetRef', 'name') === workload.name,
  )?.body.spec;
  if (!spec || workload.replicas === 0) {
    return workload;
  }
  const minimum = readCount(field(spec, 'minReplicas'));
  return { ...workload, replicas: Math.max(minimum, workload.replicas) };
}

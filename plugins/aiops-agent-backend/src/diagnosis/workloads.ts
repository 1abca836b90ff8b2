import { since } from './containers';
import type { RunningWorkload, Subject } from './subject';

/** A copy that is younger than this may just be on its way. */
const STARTING_MS = 120_000;

/** How many copies answer, or of a Job how many have done or do their work. */
export function readyOf({ kind, object }: RunningWorkload): number {
  const { status } = object;
  switch (kind) {
    case 'DaemonSet':
      return status?.numberAvailable ?? 0;
    case 'Job':
      return (status?.succeeded ?? 0) + (status?.active ?? 0);
    default:
      return status?.readyReplicas ?? 0;
  }
}

/** Copies are missing. */
export function isShort(workload: RunningWorkload): boolean {
  return readyOf(workload) < workload.desired;
}

/** Copies are so young that it would be odd if all of them answered. */
export function isStarting(
  { pods, maker }: RunningWorkload,
  subject: Subject,
): boolean {
  const young = pods.length > 0 ? pods : [maker];
  return young.some(
    ({ metadata }) => since(metadata.creationTimestamp, subject) < STARTING_MS,
  );
}

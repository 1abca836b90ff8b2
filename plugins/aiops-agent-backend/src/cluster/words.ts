import type {
  ContainerStatus,
  EventObject,
  PodObject,
  WorkloadObject,
} from './objects';
import { phrase, say, sayAgain } from '../words';

/** Why something doesn't run: for everybody, and for developers. */
export interface Problem {
  /** `it ran out of memory`; goes after "because". */
  words: string;
  /** `pod/blog-7d9: OOMKilled` */
  details: string;
}

/** Reasons of containers that wait, in words. */
const WAITING: Record<string, string> = {
  CrashLoopBackOff: phrase`it stops again right after it starts`,
  ImagePullBackOff: phrase`its image cannot be fetched`,
  ErrImagePull: phrase`its image cannot be fetched`,
  ErrImageNeverPull: phrase`its image cannot be fetched`,
  InvalidImageName: phrase`the name of its image is not valid`,
  CreateContainerConfigError: phrase`a setting or password that it needs is missing`,
  CreateContainerError: phrase`it could not be started`,
  RunContainerError: phrase`it could not be started`,
};

/** What is wrong with a pod, if anything; the cause before the symptom. */
export function podProblem(pod: PodObject): Problem | undefined {
  const { status, metadata } = pod;
  const name = `pod/${metadata.name}`;
  const statuses = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ];
  for (const container of statuses) {
    const problem = containerProblem(container, name);
    if (problem) {
      return problem;
    }
  }
  const unschedulable = status?.conditions?.find(
    c =>
      c.type === 'PodScheduled' &&
      c.status === 'False' &&
      c.reason === 'Unschedulable',
  );
  if (unschedulable) {
    return {
      words: say`no machine has room for it`,
      details: `${name}: ${unschedulable.message ?? 'Unschedulable'}`,
    };
  }
  if (status?.phase === 'Failed') {
    return {
      words:
        status.reason === 'Evicted'
          ? say`it was moved off a machine that ran short`
          : say`it ended with an error`,
      details: `${name}: ${status.reason ?? 'Failed'}`,
    };
  }
  return undefined;
}

function containerProblem(
  container: ContainerStatus,
  pod: string,
): Problem | undefined {
  const { waiting, terminated } = container.state ?? {};
  const last = container.lastState?.terminated;
  const details = (reason: string, message?: string) =>
    `${pod} (${container.name}): ${reason}${message ? `, ${message}` : ''}`;
  if (!container.ready && [last, terminated].some(isOutOfMemory)) {
    return { words: say`it ran out of memory`, details: details('OOMKilled') };
  }
  if (waiting?.reason && WAITING[waiting.reason]) {
    return {
      words: sayAgain(WAITING[waiting.reason]),
      details: details(waiting.reason, waiting.message ?? exitText(last)),
    };
  }
  if (terminated && terminated.exitCode !== 0) {
    return {
      words: say`it ended with an error`,
      details: details(terminated.reason ?? 'Error', exitText(terminated)),
    };
  }
  return undefined;
}

function isOutOfMemory(state?: { reason?: string }): boolean {
  return state?.reason === 'OOMKilled';
}

function exitText(state?: { exitCode?: number }): string | undefined {
  return state?.exitCode === undefined ? undefined : `exit ${state.exitCode}`;
}

/**
 * Why copies were never made: a quota or a missing account refused them, as
 * the events about whoever makes them say.
 */
export function creationProblem(events: EventObject[]): Problem | undefined {
  const newest = events
    .filter(
      event => event.type === 'Warning' && event.reason === 'FailedCreate',
    )
    .sort((a, b) =>
      (a.lastTimestamp ?? '').localeCompare(b.lastTimestamp ?? ''),
    )
    .pop();
  if (!newest) {
    return undefined;
  }
  const message = newest.message ?? '';
  return {
    words: /exceeded quota|quota/i.test(message)
      ? say`the environment's limits leave no room for it`
      : say`the cluster refused to start it`,
    details: `${newest.involvedObject?.kind}/${newest.involvedObject?.name}: ${message}`,
  };
}

/** A rollout that Kubernetes itself has given up on. */
export function deadlineProblem(
  kind: string,
  { metadata, status }: WorkloadObject,
): Problem | undefined {
  const late = status?.conditions?.find(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
  );
  return (
    late && {
      words: say`its newest version does not get ready`,
      details: `${kind.toLowerCase()}/${metadata.name}: ${late.message ?? ''}`,
    }
  );
}

import { StatusError } from '../resources/status';
import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { withCondition } from './conditions';
import { condition, isActive, isReady, podFromTemplate, podsOf } from './pods';
import {
  fromKey,
  keyOf,
  ownedByController,
  ownerKey,
  type Controller,
  type ControllerContext,
} from './types';

const SOURCE = 'job-controller';
const FIRST_PAUSE_MS = 10_000;
const RETRY_MS = 2_000;

/** Runs the pods of Jobs until enough have succeeded or too many failed. */
export function jobController(context: ControllerContext): Controller {
  const { store, resources, clock, record } = context;
  const kind = resources.kinds.find('batch/v1', 'Job')!;
  const pods = resources.kinds.find('v1', 'Pod')!;

  const isOver = (job: KubeObject) =>
    ['Complete', 'Failed'].some(
      type => condition(job, type)?.status === 'True',
    );

  const create = (job: KubeObject) => {
    try {
      const pod = resources.create(
        pods,
        job.metadata.namespace!,
        podFromTemplate(job.spec.template, {
          generateName: `${job.metadata.name}-`,
          ownerReferences: [ownedByController(job)],
        }),
      );
      record(
        job,
        'Normal',
        'SuccessfulCreate',
        `Created pod: ${pod.metadata.name}`,
        SOURCE,
      );
    } catch (error) {
      if (error instanceof StatusError) {
        record(
          job,
          'Warning',
          'FailedCreate',
          `Error creating: ${error.message}`,
          SOURCE,
        );
      }
      throw error;
    }
  };

  const stop = (job: KubeObject, active: KubeObject[]) => {
    for (const pod of active) {
      resources.delete(pods, pod.metadata.namespace!, pod.metadata.name);
      record(
        job,
        'Normal',
        'SuccessfulDelete',
        `Deleted pod: ${pod.metadata.name}`,
        SOURCE,
      );
    }
  };

  const finish = (
    job: KubeObject,
    status: any,
    type: 'Complete' | 'Failed',
    reason: string,
    message: string,
  ) => {
    const now = timestamp(clock.now());
    const add = (name: string) =>
      withCondition(
        status.conditions,
        { type: name, status: 'True', reason, message },
        now,
        ['lastProbeTime', 'lastTransitionTime'],
      );
    status.conditions = add(
      type === 'Complete' ? 'SuccessCriteriaMet' : 'FailureTarget',
    );
    status.conditions = add(type);
    if (type === 'Complete') {
      status.completionTime = now;
      record(job, 'Normal', 'Completed', 'Job completed', SOURCE);
    } else {
      record(job, 'Warning', reason, message, SOURCE);
    }
  };

  /** When a finished job is to be removed. */
  const expiry = (job: KubeObject): number | undefined => {
    const seconds = job.spec.ttlSecondsAfterFinished;
    const over = job.status?.conditions?.find((one: any) =>
      ['Complete', 'Failed'].includes(one.type),
    );
    return seconds === undefined || !over
      ? undefined
      : Date.parse(over.lastTransitionTime) +
          seconds * 1000 -
          clock.now().getTime();
  };

  const work = (job: KubeObject): number | undefined => {
    const { completions, parallelism, backoffLimit, suspend } = job.spec;
    const now = clock.now();
    const all = podsOf(store, job);
    const active = all.filter(isActive);
    const succeeded = all.filter(
      pod => pod.status?.phase === 'Succeeded',
    ).length;
    const failed = all.filter(pod => pod.status?.phase === 'Failed');
    const restarts = active
      .flatMap(pod => pod.status?.containerStatuses ?? [])
      .reduce((sum: number, one: any) => sum + one.restartCount, 0);
    const status: any = { ...job.status };
    let again: number | undefined;

    if (suspend) {
      stop(job, active);
      status.conditions = withCondition(
        status.conditions,
        {
          type: 'Suspended',
          status: 'True',
          reason: 'JobSuspended',
          message: 'Job suspended',
        },
        timestamp(now),
        ['lastProbeTime', 'lastTransitionTime'],
      );
      delete status.startTime;
    } else {
      status.startTime ??= timestamp(now);
      if (condition(job, 'Suspended')?.status === 'True') {
        status.conditions = withCondition(
          status.conditions,
          {
            type: 'Suspended',
            status: 'False',
            reason: 'JobResumed',
            message: 'Job resumed',
          },
          timestamp(now),
          ['lastProbeTime', 'lastTransitionTime'],
        );
      }
      const deadline = job.spec.activeDeadlineSeconds;
      const left =
        deadline === undefined
          ? Infinity
          : Date.parse(status.startTime) + deadline * 1000 - now.getTime();
      const needed = completions ?? (succeeded > 0 ? 0 : parallelism);
      if (failed.length + restarts > backoffLimit) {
        stop(job, active);
        finish(
          job,
          status,
          'Failed',
          'BackoffLimitExceeded',
          'Job has reached the specified backoff limit',
        );
      } else if (left <= 0) {
        stop(job, active);
        finish(
          job,
          status,
          'Failed',
          'DeadlineExceeded',
          'Job was active longer than specified deadline',
        );
      } else if (
        completions === undefined
          ? succeeded > 0 && !active.length
          : succeeded >= completions
      ) {
        finish(
          job,
          status,
          'Complete',
          'CompletionsReached',
          'Reached expected number of succeeded pods',
        );
      } else {
        const wanted = Math.min(parallelism, Math.max(0, needed - succeeded));
        const pause = failed.length
          ? lastEnd(failed) +
            FIRST_PAUSE_MS * 2 ** (failed.length - 1) -
            now.getTime()
          : 0;
        if (active.length < wanted && pause > 0) {
          again = pause;
        } else {
          for (let index = active.length; index < wanted; index++) {
            create(job);
          }
        }
        again = Math.min(again ?? Infinity, left);
      }
    }
    const running = podsOf(store, job).filter(isActive);
    const over = status.conditions?.some(
      (one: any) =>
        ['Complete', 'Failed'].includes(one.type) && one.status === 'True',
    );
    resources.setStatus(job, {
      ...status,
      active: over || !running.length ? undefined : running.length,
      ready: over ? 0 : running.filter(isReady).length,
      terminating: 0,
      ...(succeeded && { succeeded }),
      ...(failed.length && { failed: failed.length }),
      uncountedTerminatedPods: {},
    });
    return again === Infinity ? undefined : again;
  };

  return {
    name: 'job',
    concerns: ({ kind: changed, object }) => {
      if (changed === kind.storage) {
        return [keyOf(object)];
      }
      return changed === pods.storage ? ownerKey(object, 'Job') : [];
    },
    reconcile(key) {
      const job = store.get(kind.storage, ...fromKey(key));
      if (!job || job.metadata.deletionTimestamp) {
        return undefined;
      }
      if (!isOver(job)) {
        try {
          return work(job);
        } catch (error) {
          if (error instanceof StatusError) {
            return RETRY_MS;
          }
          throw error;
        }
      }
      const left = expiry(job);
      if (left !== undefined && left <= 0) {
        resources.delete(kind, job.metadata.namespace!, job.metadata.name, {
          propagationPolicy: 'Background',
        });
        return undefined;
      }
      return left;
    },
  };
}

function lastEnd(failed: KubeObject[]): number {
  return Math.max(
    ...failed.flatMap(pod =>
      (pod.status?.containerStatuses ?? []).map((one: any) =>
        Date.parse(one.state?.terminated?.finishedAt ?? 0),
      ),
    ),
  );
}

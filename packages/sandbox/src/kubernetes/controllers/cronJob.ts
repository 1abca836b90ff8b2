import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { condition } from './pods';
import { parseSchedule } from '../values/schedule';
import {
  fromKey,
  keyOf,
  ownedByController,
  ownerKey,
  type Controller,
  type ControllerContext,
} from './types';

const SOURCE = 'cronjob-controller';
/** Timers cannot be set further ahead than this. */
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** Starts the Jobs of CronJobs when it is time, and clears away old ones. */
export function cronJobController({
  store,
  resources,
  clock,
  record,
}: ControllerContext): Controller {
  const kind = resources.kinds.find('batch/v1', 'CronJob')!;
  const jobs = resources.kinds.find('batch/v1', 'Job')!;

  const ended = (job: KubeObject, type: string) =>
    condition(job, type)?.status === 'True';

  const tidy = (finished: KubeObject[], limit: number) => {
    const old = [...finished].sort((a, b) =>
      a.metadata.creationTimestamp! < b.metadata.creationTimestamp! ? -1 : 1,
    );
    old.slice(0, Math.max(0, old.length - limit)).forEach(job => {
      resources.delete(jobs, job.metadata.namespace!, job.metadata.name, {
        propagationPolicy: 'Background',
      });
    });
  };

  const start = (cron: KubeObject, at: Date) => {
    const { jobTemplate } = cron.spec;
    const name = `${cron.metadata.name}-${Math.floor(at.getTime() / 60_000)}`;
    if (store.get(jobs.storage, cron.metadata.namespace!, name)) {
      return;
    }
    resources.create(jobs, cron.metadata.namespace!, {
      metadata: {
        name,
        labels: jobTemplate.metadata?.labels,
        annotations: {
          ...jobTemplate.metadata?.annotations,
          'batch.kubernetes.io/cronjob-scheduled-timestamp': timestamp(at),
        },
        ownerReferences: [ownedByController(cron)],
      },
      spec: jobTemplate.spec,
    });
    record(cron, 'Normal', 'SuccessfulCreate', `Created job ${name}`, SOURCE);
  };

  const sync = (cron: KubeObject, owned: KubeObject[]) => {
    const running = owned.filter(
      job => !ended(job, 'Complete') && !ended(job, 'Failed'),
    );
    const done = owned.filter(job => ended(job, 'Complete'));
    const last = done
      .map(job => job.status.completionTime)
      .filter(Boolean)
      .sort()
      .pop();
    resources.setStatus(cron, {
      ...cron.status,
      active: running.length
        ? running.map(job => ({
            apiVersion: 'batch/v1',
            kind: 'Job',
            name: job.metadata.name,
            namespace: job.metadata.namespace,
            uid: job.metadata.uid,
            resourceVersion: job.metadata.resourceVersion,
          }))
        : undefined,
      ...(last && { lastSuccessfulTime: last }),
    });
    tidy(done, cron.spec.successfulJobsHistoryLimit);
    tidy(
      owned.filter(job => ended(job, 'Failed')),
      cron.spec.failedJobsHistoryLimit,
    );
    return running;
  };

  return {
    name: 'cronjob',
    concerns: ({ kind: changed, object }) => {
      if (changed === kind.storage) {
        return [keyOf(object)];
      }
      return changed === jobs.storage ? ownerKey(object, 'CronJob') : [];
    },
    reconcile(key) {
      const cron = store.get(kind.storage, ...fromKey(key));
      if (!cron || cron.metadata.deletionTimestamp) {
        return undefined;
      }
      const owned = store
        .ownedBy(cron.metadata.uid!)
        .filter(one => one.kind === 'Job');
      const running = sync(cron, owned);
      if (cron.spec.suspend) {
        return undefined;
      }
      const schedule = parseSchedule(cron.spec.schedule, cron.spec.timeZone);
      const now = clock.now();
      const since = new Date(
        cron.status?.lastScheduleTime ?? cron.metadata.creationTimestamp!,
      );
      // Of the times that were missed only the last one counts.
      let due = schedule.next(since);
      for (let steps = 0; due && steps < 100; steps++) {
        const later = schedule.next(due);
        if (!later || later > now) {
          break;
        }
        due = later;
      }
      if (due && due <= now) {
        const deadline = cron.spec.startingDeadlineSeconds;
        const late =
          deadline !== undefined &&
          now.getTime() - due.getTime() > deadline * 1000;
        const { concurrencyPolicy } = cron.spec;
        const blocked = concurrencyPolicy === 'Forbid' && running.length > 0;
        if (late) {
          record(
            cron,
            'Warning',
            'MissSchedule',
            `Missed scheduled time to start a job: ${due.toUTCString()}`,
            SOURCE,
          );
        } else if (blocked) {
          record(
            cron,
            'Normal',
            'JobAlreadyActive',
            'Not starting job because prior execution is running and concurrency policy is Forbid',
            SOURCE,
          );
        } else {
          if (concurrencyPolicy === 'Replace') {
            running.forEach(job => {
              resources.delete(
                jobs,
                job.metadata.namespace!,
                job.metadata.name,
                { propagationPolicy: 'Background' },
              );
            });
          }
          start(cron, due);
        }
        const current = store.get(kind.storage, ...fromKey(key))!;
        resources.setStatus(current, {
          ...current.status,
          lastScheduleTime: timestamp(due),
        });
      }
      const next = schedule.next(now);
      return next && Math.min(next.getTime() - now.getTime(), LONGEST_WAIT_MS);
    },
  };
}

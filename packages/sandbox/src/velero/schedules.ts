import { timestamp } from '../kubernetes/resources/time';
import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { parseSchedule, type Schedule } from '../kubernetes/values/schedule';
import { parseDuration } from './durations';
import {
  asLabel,
  LABELS,
  patchStatus,
  veleroObjects,
  VELERO_API,
  VELERO_NAMESPACE,
} from './names';

/** Timers can't be set further ahead than this. */
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** Makes the backups of a Schedule when they are due; returns after how many milliseconds to look again. */
export function followSchedule(
  cluster: ClusterApi,
  schedule: KubeObject,
  now: Date,
): number | undefined {
  const { spec = {}, status = {}, metadata } = schedule;
  let cron: Schedule;
  try {
    cron = readCron(spec.schedule);
  } catch (error) {
    const problem = `invalid schedule: ${(error as Error).message}`;
    if (status.validationErrors?.[0] !== problem) {
      patchStatus(cluster, schedule, {
        phase: 'FailedValidation',
        validationErrors: [problem],
      });
    }
    return undefined;
  }
  if (status.phase !== 'Enabled') {
    patchStatus(cluster, schedule, {
      phase: 'Enabled',
      validationErrors: null,
    });
  }
  if (spec.paused) {
    return undefined;
  }
  const since = new Date(
    status.lastBackup ?? status.lastSkipped ?? metadata.creationTimestamp!,
  );
  const due = cron.next(since);
  if (!due) {
    return undefined;
  }
  if (due > now) {
    return Math.min(due.getTime() - now.getTime(), LONGEST_WAIT_MS);
  }
  if (!isBusy(cluster, metadata.name)) {
    cluster.create(backupOf(schedule, now));
  }
  patchStatus(cluster, schedule, { lastBackup: timestamp(now) });
  return undefined;
}

/** A schedule's backups don't overtake each other. */
function isBusy(cluster: ClusterApi, name: string): boolean {
  return veleroObjects(cluster, 'Backup').some(
    one =>
      one.metadata.labels?.[LABELS.schedule] === name &&
      ['', 'New', 'InProgress'].includes(one.status?.phase ?? ''),
  );
}

function backupOf({ metadata, spec }: KubeObject, now: Date): KubeObject {
  const { metadata: own, ...template } = spec.template ?? {};
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  return {
    apiVersion: VELERO_API,
    kind: 'Backup',
    metadata: {
      name: `${metadata.name}-${stamp}`,
      namespace: VELERO_NAMESPACE,
      labels: {
        ...(own?.labels ?? metadata.labels),
        [LABELS.schedule]: asLabel(metadata.name),
      },
    },
    spec: template,
  };
}

/** `30 2 * * *`, `@daily`, `@every 6h`, with `CRON_TZ=Europe/Berlin ` before it where wanted. */
function readCron(text = ''): Schedule {
  const [, zone, rest] = /^(?:CRON_TZ|TZ)=(\S+)\s+(.*)$/.exec(text) ?? [
    '',
    undefined,
    text,
  ];
  const every = parseDuration(/^@every\s+(\S+)$/.exec(rest)?.[1]);
  return every
    ? { next: after => new Date(after.getTime() + every) }
    : parseSchedule(rest, zone);
}

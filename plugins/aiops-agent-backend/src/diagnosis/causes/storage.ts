import { grouped } from '../containers';
import { eventEvidence, evidence, type Found } from '../found';
import { podPath, type Subject } from '../subject';
import { failedMount } from './configuration';
import { say } from '../../words';

const OF_CONFIGURATION =
  /(secret|configmap) "|non-existent (secret|config) key/i;
const DENIED = /permission denied|access denied|not permitted/i;

/** Volumes that can't be had, and disks that ran full. */
export function storage(subject: Subject): Found[] {
  return [...mounts(subject), ...evictions(subject)];
}

function mounts(subject: Subject): Found[] {
  return grouped(subject.containers).flatMap(group => {
    const events = group.flatMap(
      container => failedMount(container, subject) ?? [],
    );
    const event = events.find(
      ({ message = '' }) => !OF_CONFIGURATION.test(message),
    );
    const message = event?.message ?? '';
    return event
      ? [
          {
            cause: DENIED.test(message)
              ? 'mount.permission-denied'
              : 'mount.failed',
            role: 'cause' as const,
            target: group[0].workload.target,
            confidence: 0.8,
            summary: say`${subject.title} cannot start: one of its volumes cannot be attached.`,
            evidence: [eventEvidence(event)],
            ask: say`The platform team can see what is wrong with the volume.`,
          },
        ]
      : [];
  });
}

function evictions({ title, workloads }: Subject): Found[] {
  return workloads.flatMap(workload => {
    const pod = workload.pods.find(
      ({ status }) =>
        status?.reason === 'Evicted' &&
        /ephemeral|storage|disk/i.test(status.message ?? ''),
    );
    const ready = workload.object.status?.readyReplicas ?? 0;
    return pod && ready < workload.desired
      ? [
          {
            cause: 'storage.full',
            role: 'cause' as const,
            target: workload.target,
            confidence: 0.85,
            summary: say`${title} was stopped because it wrote more to its machine's disk than it may.`,
            evidence: [
              evidence(
                `${podPath(pod)} status`,
                `Evicted: ${pod.status?.message}`,
              ),
            ],
            ask: say`Somebody who knows it can see what it writes, or give it a volume.`,
          },
        ]
      : [];
  });
}

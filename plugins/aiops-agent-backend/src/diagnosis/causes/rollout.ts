import { evidence, type Evidence, type Found } from '../found';
import type { RunningWorkload, Subject } from '../subject';
import { say } from '../../words';

/** Rollouts that don't go on, and things that were switched off. */
export function rollout(subject: Subject): Found[] {
  const { thing } = subject;
  return subject.workloads.flatMap(workload => {
    if (workload.desired === 0 && workload.kind !== 'DaemonSet') {
      return thing.asleep
        ? [asleep(subject, workload)]
        : [switchedOff(subject, workload)];
    }
    return [...paused(subject, workload), ...stuck(subject, workload)];
  });
}

function replicas(workload: RunningWorkload): Evidence {
  return evidence(`${workload.path} spec.replicas`, '0');
}

function asleep({ title, thing }: Subject, workload: RunningWorkload): Found {
  const { since, removeAfter } = thing.asleep!;
  return {
    cause: 'scaled.to-zero',
    role: 'cause',
    target: workload.target,
    confidence: 0.98,
    summary: removeAfter
      ? say`${title} is asleep since ${since.slice(
          0,
          10,
        )}; its data is kept until ${removeAfter.slice(0, 10)}.`
      : say`${title} is asleep since ${since.slice(0, 10)}; its data is kept.`,
    evidence: [replicas(workload)],
    ask: say`Whoever put it to sleep can undo that request while it is kept.`,
  };
}

function switchedOff(
  { title, thing }: Subject,
  workload: RunningWorkload,
): Found {
  const written = workload.written.replicas;
  return {
    cause: 'scaled.to-zero',
    role: 'cause',
    target: workload.target,
    confidence: 0.95,
    summary: say`${title} is switched off: it has no copies.`,
    evidence: [
      replicas(workload),
      ...(written > 0
        ? [evidence(workload.written.file, `replicas: ${written}`)]
        : []),
    ],
    ...(written > 0
      ? {
          ask: say`Git says that it should have ${written}; the platform team can see who stopped it, and sync it.`,
        }
      : {
          fix: [
            {
              intent: 'scale_application',
              params: { application: thing.name, replicas: 1 },
            },
          ],
        }),
  };
}

function paused({ title }: Subject, workload: RunningWorkload): Found[] {
  const { spec, status } = workload.object;
  const behind = (status?.updatedReplicas ?? 0) < workload.desired;
  return spec?.paused && behind
    ? [
        {
          cause: 'rollout.paused',
          role: 'cause',
          target: workload.target,
          confidence: 0.9,
          summary: say`The newest version of ${title} is not rolled out: somebody has paused that.`,
          evidence: [
            evidence(`${workload.path} spec.paused`, 'true'),
            evidence(
              `${workload.path} status.updatedReplicas`,
              `${status?.updatedReplicas ?? 0} of ${workload.desired}`,
            ),
          ],
          ask: say`Whoever paused it, or the platform team, can let it go on.`,
        },
      ]
    : [];
}

function stuck({ title }: Subject, workload: RunningWorkload): Found[] {
  const condition = workload.object.status?.conditions?.find(
    ({ type, status, reason }) =>
      type === 'Progressing' &&
      status === 'False' &&
      reason === 'ProgressDeadlineExceeded',
  );
  return condition
    ? [
        {
          cause: 'rollout.stuck',
          role: 'symptom',
          target: workload.target,
          confidence: 0.85,
          summary: say`The newest version of ${title} does not get ready.`,
          evidence: [
            evidence(
              `${workload.path} status.conditions[Progressing]`,
              `${condition.reason}: ${condition.message}`,
            ),
          ],
          ask: say`Whoever made its newest version can mend it, or put the version before back.`,
        },
      ]
    : [];
}

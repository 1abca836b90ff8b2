import { ago, copies, percent } from './amounts';
import { amount, since, usageOf } from './containers';
import { evidence, type Evidence, type Found } from './found';
import type { RunningWorkload, Subject } from './subject';
import { isShort, isStarting, readyOf } from './workloads';
import { say } from '../words';

/** Nothing is wrong that could be seen, and what was looked at. */
export function well(subject: Subject): Found {
  const { title, workloads, thing } = subject;
  const starting = workloads.filter(isShort);
  const target =
    workloads[0]?.target ??
    `${thing.role}/${thing.environment}/${thing.instance}`;
  if (starting.length > 0) {
    return {
      cause: 'healthy',
      role: 'cause',
      target,
      confidence: 0.5,
      summary: say`${title} is still starting, and nothing about that looks wrong so far.`,
      evidence: starting.map(readiness),
    };
  }
  const answering = workloads
    .map(workload => say`${readyOf(workload)} of ${copies(workload.desired)}`)
    .join(', ');
  return {
    cause: 'healthy',
    role: 'cause',
    target,
    confidence: workloads.length > 0 ? 0.9 : 0.5,
    summary: answering
      ? say`I see nothing wrong with ${title}: ${answering} ready.`
      : say`I see nothing wrong with ${title}; it runs only from time to time.`,
    evidence: [
      ...workloads.map(readiness),
      ...restarts(subject),
      ...shares(subject),
    ],
  };
}

/** What is written in Git and not in the cluster. */
export function notThere({ title, missing, thing }: Subject): Found[] {
  return missing.map(({ kind, name, file }) => ({
    cause: 'not-found',
    role: 'effect',
    target: `${kind}/${thing.environment}/${name}`,
    confidence: 0.8,
    summary: say`${title} is written in Git but is not in the cluster.`,
    evidence: [
      evidence(file, `${kind} ${name}`),
      evidence(
        `${kind.toLowerCase()}s/${thing.environment}/${name}`,
        'not found',
      ),
    ],
    ask: say`If it was only just asked for, it comes in a minute; else the platform team can see in Argo CD what is in the way.`,
  }));
}

/** Copies that aren't ready for no reason that can be seen. */
export function unexplained(subject: Subject): Found[] {
  return subject.workloads
    .filter(workload => isShort(workload) && !isStarting(workload, subject))
    .map(workload => ({
      cause: 'rollout.stuck',
      role: 'symptom',
      target: workload.target,
      confidence: 0.4,
      summary: say`Only ${readyOf(workload)} of ${copies(
        workload.desired,
      )} of ${subject.title} answer, and I cannot see why.`,
      evidence: [readiness(workload)],
      ask: say`Somebody who knows it can look at its logs and events.`,
    }));
}

function readiness(workload: RunningWorkload): Evidence {
  return evidence(
    `${workload.path} status.readyReplicas`,
    `${readyOf(workload)} of ${workload.desired}`,
  );
}

function restarts(subject: Subject): Evidence[] {
  const ended = subject.containers.flatMap(({ status, path }) => {
    const { finishedAt } = status?.lastState?.terminated ?? {};
    return finishedAt ? [{ path, finishedAt }] : [];
  });
  const newest = ended.sort((a, b) =>
    b.finishedAt.localeCompare(a.finishedAt),
  )[0];
  return newest
    ? [
        evidence(
          `${newest.path}.lastState.terminated`,
          say`the last restart was ${ago(since(newest.finishedAt, subject))}`,
        ),
      ]
    : [];
}

function shares(subject: Subject): Evidence[] {
  return subject.containers.slice(0, 3).flatMap(container => {
    const usage = usageOf(container, subject);
    const words = (['cpu', 'memory'] as const).flatMap(resource => {
      const may =
        amount(container, 'limits', resource) ??
        amount(container, 'requests', resource);
      return usage && may
        ? [`${percent(usage[resource] / may)} of its ${resource}`]
        : [];
    });
    return words.length > 0
      ? [
          evidence(
            `metrics.k8s.io pods/${container.pod.metadata.namespace}/${container.pod.metadata.name} containers[${container.spec.name}].usage`,
            `uses ${words.join(' and ')}`,
          ),
        ]
      : [];
  });
}

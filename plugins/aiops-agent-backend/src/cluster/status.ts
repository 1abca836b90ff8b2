import type {
  Deployed,
  Environment,
  RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ownedBy, type CachedObjects } from './CachedObjects';
import { deliveryOf } from './deliveries';
import type {
  ApplicationObject,
  EventObject,
  KubeObject,
  PodObject,
  WorkloadObject,
} from './objects';
import type { PodUsage } from './PodMetrics';
import { rolloutOf } from './rollouts';
import {
  creationProblem,
  deadlineProblem,
  podProblem,
  type Problem,
} from './words';
import { say } from '../words';

/** How a thing runs, from the caches. */
export function statusOfThing(
  thing: Deployed,
  objects: CachedObjects,
  applications: ApplicationObject[],
  usage: PodUsage,
): RuntimeStatus {
  const watched = watchedOf(thing);
  const found = workloadsOf(thing, objects);
  const rollouts = found.map(({ kind, object }) => rolloutOf(kind, object));
  const pods = found.flatMap(({ kind, object }) =>
    podsOf(kind, object, objects),
  );
  const problems = found.flatMap(({ kind, object }) => {
    const problem = problemOf(kind, object, objects);
    return problem ? [problem] : [];
  });
  const ready = sum(rollouts.map(rollout => rollout.ready));
  const desired = sum(rollouts.map(rollout => rollout.desired));
  const health = healthOf({
    asleep: thing.asleep !== undefined,
    running: pods.length,
    missing: watched.length - found.length,
    watched: watched.length,
    complete: rollouts.every(rollout => rollout.complete),
    ill: problems.length > 0,
  });
  const application = applications[0];
  return {
    health,
    sentence: sentenceOf(health, ready, desired, problems[0]),
    ready,
    desired,
    restarts: sum(pods.map(restartsOf)),
    problems: problems.map(problem => problem.details),
    usage: usageOf(pods, usage),
    deployedAt: newest(
      found.map(({ kind, object }) => deployedAt(kind, object, objects)),
    ),
    delivery: application && deliverySummary(application),
  };
}

/** The pods of all that a thing consists of, but those on their way out. */
export function podsOfThing(
  thing: Deployed,
  objects: CachedObjects,
): PodObject[] {
  return workloadsOf(thing, objects).flatMap(({ kind, object }) =>
    podsOf(kind, object, objects),
  );
}

/** How an environment is, from the things in it. */
export function statusOfEnvironment(
  environment: Environment,
  statuses: RuntimeStatus[],
  namespaceExists: boolean,
): RuntimeStatus {
  const well = statuses.filter(({ health }) => health === 'healthy').length;
  const asleep = statuses.filter(({ health }) => health === 'asleep').length;
  const total = statuses.length;
  const health = environmentHealth(environment, statuses, namespaceExists);
  return {
    health,
    sentence: environmentSentence(health, well + asleep, total),
    ready: sum(statuses.map(status => status.ready)),
    desired: sum(statuses.map(status => status.desired)),
    restarts: sum(statuses.map(status => status.restarts)),
    problems: statuses.flatMap(status => status.problems),
    usage: statuses.some(status => status.usage)
      ? {
          cpu: sum(statuses.map(status => status.usage?.cpu ?? 0)),
          memory: sum(statuses.map(status => status.usage?.memory ?? 0)),
        }
      : undefined,
    deployedAt: newest(statuses.map(status => status.deployedAt)),
  };
}

/** A CronJob runs from time to time only. */
function watchedOf(thing: Deployed): Deployed['workloads'] {
  return thing.workloads.filter(({ kind }) => kind !== 'CronJob');
}

function workloadsOf(
  thing: Deployed,
  objects: CachedObjects,
): Array<{ kind: string; object: WorkloadObject }> {
  return watchedOf(thing).flatMap(({ kind, name }) => {
    const object = objects.get(kind, thing.environment, name);
    return object ? [{ kind, object: object as WorkloadObject }] : [];
  });
}

function environmentSentence(
  health: RuntimeStatus['health'],
  well: number,
  total: number,
): string {
  switch (health) {
    case 'healthy':
      return total === 0
        ? say`It is ready, and nothing is in it yet.`
        : say`It is running: ${well} of ${total} things in it are well.`;
    case 'starting':
      return say`It is starting: ${well} of ${total} things in it are ready.`;
    case 'degraded':
      return say`Something in it is in trouble: ${well} of ${total} things are well.`;
    case 'asleep':
      return say`It is asleep; its data is kept.`;
    case 'missing':
      return say`It isn't there yet.`;
    default:
      return say`How it is cannot be seen at the moment.`;
  }
}

function environmentHealth(
  environment: Environment,
  statuses: RuntimeStatus[],
  namespaceExists: boolean,
): RuntimeStatus['health'] {
  const has = (health: RuntimeStatus['health']) =>
    statuses.some(status => status.health === health);
  if (!namespaceExists) {
    return 'missing';
  }
  if (environment.asleep) {
    return 'asleep';
  }
  if (has('degraded')) {
    return 'degraded';
  }
  return has('starting') || has('missing') ? 'starting' : 'healthy';
}

/** What keeps a workload from being complete, if that is known. */
export function problemOf(
  kind: string,
  object: WorkloadObject,
  objects: CachedObjects,
): Problem | undefined {
  for (const pod of podsOf(kind, object, objects)) {
    const problem = podProblem(pod);
    if (problem) {
      return problem;
    }
  }
  const { ready, desired } = rolloutOf(kind, object);
  if (ready >= desired) {
    return undefined;
  }
  const owners = [object, ...ownedBy(object, 'ReplicaSet', objects)];
  return (
    creationProblem(
      owners.flatMap(
        owner => ownedBy(owner, 'Event', objects) as EventObject[],
      ),
    ) ?? deadlineProblem(kind, object)
  );
}

/** The pods of a workload that are not on their way out. */
export function podsOf(
  kind: string,
  object: KubeObject,
  objects: CachedObjects,
): PodObject[] {
  const owners =
    kind === 'Deployment' ? ownedBy(object, 'ReplicaSet', objects) : [object];
  return owners
    .flatMap(owner => ownedBy(owner, 'Pod', objects))
    .filter(pod => !pod.metadata.deletionTimestamp) as PodObject[];
}

function healthOf(facts: {
  asleep: boolean;
  running: number;
  missing: number;
  watched: number;
  complete: boolean;
  ill: boolean;
}): RuntimeStatus['health'] {
  if (facts.asleep) {
    return facts.running === 0 ? 'asleep' : 'starting';
  }
  if (facts.missing > 0) {
    return 'missing';
  }
  if (facts.complete) {
    return 'healthy';
  }
  return facts.ill ? 'degraded' : 'starting';
}

function sentenceOf(
  health: RuntimeStatus['health'],
  ready: number,
  desired: number,
  problem: Problem | undefined,
): string {
  const answers =
    desired === 1
      ? say`${ready} of 1 copy answers`
      : say`${ready} of ${desired} copies answer`;
  switch (health) {
    case 'healthy':
      return desired === 0
        ? say`It is there.`
        : say`It is running: ${answers}.`;
    case 'starting':
      return say`It is starting: ${answers}.`;
    case 'degraded':
      return say`It is in trouble: ${answers}, because ${
        problem?.words ?? ''
      }.`;
    case 'asleep':
      return say`It is asleep; its data is kept.`;
    case 'missing':
      return say`It isn't there yet.`;
    default:
      return say`How it is cannot be seen at the moment.`;
  }
}

function deliverySummary(
  application: ApplicationObject,
): RuntimeStatus['delivery'] {
  const { sync, health, revisions, message, errors } = deliveryOf(application);
  return {
    sync,
    health,
    revision: revisions[0],
    message: errors[0] ?? message,
  };
}

function restartsOf(pod: PodObject): number {
  return sum(
    (pod.status?.containerStatuses ?? []).map(c => c.restartCount ?? 0),
  );
}

function usageOf(pods: PodObject[], usage: PodUsage): RuntimeStatus['usage'] {
  const known = pods.flatMap(({ metadata }) => {
    return usage.get(`${metadata.namespace}/${metadata.name}`) ?? [];
  });
  return known.length === 0
    ? undefined
    : {
        cpu: sum(known.map(used => used.cpu)),
        memory: sum(known.map(used => used.memory)),
      };
}

/** When the newest version came: its ReplicaSet or its newest pod. */
function deployedAt(
  kind: string,
  object: WorkloadObject,
  objects: CachedObjects,
): string | undefined {
  const made = ownedBy(
    object,
    kind === 'Deployment' ? 'ReplicaSet' : 'Pod',
    objects,
  ).map(each => each.metadata.creationTimestamp);
  return newest(made) ?? object.metadata.creationTimestamp;
}

function newest(times: Array<string | undefined>): string | undefined {
  return times
    .filter((time): time is string => time !== undefined)
    .sort()
    .pop();
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { withCondition, withoutCondition } from './conditions';
import { condition } from './pods';
import { maxSurge, maxUnavailable } from './rollingUpdate';

const TIMES = ['lastUpdateTime', 'lastTransitionTime'];

/** A Deployment's status by its ReplicaSets; `again` is when its progress must be judged anew, in milliseconds. */
export function deploymentStatus(
  deployment: KubeObject,
  sets: KubeObject[],
  newest: KubeObject | undefined,
  now: Date,
): { status: unknown; again?: number } {
  const sum = (field: string) =>
    sets.reduce((total, set) => total + (set.status?.[field] ?? 0), 0);
  const wanted: number = deployment.spec.replicas;
  const before = deployment.status ?? {};
  const replicas = sum('replicas');
  const available = sum('availableReplicas');
  const ready = sum('readyReplicas');
  const updated = newest?.status?.replicas ?? 0;
  const counts = {
    observedGeneration: deployment.metadata.generation,
    ...(replicas && { replicas }),
    ...(updated && { updatedReplicas: updated }),
    ...(ready && { readyReplicas: ready }),
    ...(available && { availableReplicas: available }),
    ...(Math.max(replicas, wanted) - available > 0 && {
      unavailableReplicas: Math.max(replicas, wanted) - available,
    }),
  };
  const time = timestamp(now);
  const surge = maxSurge(deployment);
  const enough = available >= wanted - maxUnavailable(deployment, surge);
  let conditions = withCondition(
    before.conditions,
    enough
      ? {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        }
      : {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
    time,
    TIMES,
  );

  const failing = sets
    .map(set => condition(set, 'ReplicaFailure'))
    .find(one => one?.status === 'True');
  conditions = failing
    ? withCondition(
        conditions,
        {
          type: 'ReplicaFailure',
          status: 'True',
          reason: failing.reason,
          message: failing.message,
        },
        time,
        TIMES,
      )
    : withoutCondition(conditions, 'ReplicaFailure') ?? [];

  const progress = judgeProgress(deployment, newest, {
    complete: updated === wanted && replicas === wanted && available === wanted,
    moved: ![
      'replicas',
      'updatedReplicas',
      'readyReplicas',
      'availableReplicas',
    ].every(field => (before[field] ?? 0) === ((counts as any)[field] ?? 0)),
    now,
  });
  if (progress) {
    const { moved, ...next } = progress;
    conditions = withCondition(conditions, next, time, TIMES);
    if (moved) {
      conditions = conditions.map(one =>
        one.type === 'Progressing' ? { ...one, lastUpdateTime: time } : one,
      );
    }
  }
  const status = {
    ...counts,
    conditions,
    ...(before.collisionCount && { collisionCount: before.collisionCount }),
  };
  return { status, again: whenLate(deployment, conditions, now) };
}

function judgeProgress(
  deployment: KubeObject,
  newest: KubeObject | undefined,
  { complete, moved, now }: { complete: boolean; moved: boolean; now: Date },
) {
  const type = 'Progressing';
  const before = condition(deployment, type);
  const name = newest?.metadata.name;
  if (deployment.spec.paused) {
    return before?.reason === 'DeploymentPaused'
      ? undefined
      : {
          type,
          status: 'Unknown' as const,
          reason: 'DeploymentPaused',
          message: 'Deployment is paused',
          moved: false,
        };
  }
  if (complete && name) {
    return {
      type,
      status: 'True' as const,
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${name}" has successfully progressed.`,
      moved: false,
    };
  }
  const about = (message: string) => message.includes(`"${name}"`);
  const fresh =
    !before ||
    !about(before.message ?? '') ||
    before.reason === 'DeploymentPaused';
  if (!fresh && !moved) {
    const late =
      now.getTime() - Date.parse(before.lastUpdateTime) >=
      deployment.spec.progressDeadlineSeconds * 1000;
    if (before.reason === 'ProgressDeadlineExceeded') {
      return undefined;
    }
    if (late && before.reason !== 'NewReplicaSetAvailable') {
      return {
        type,
        status: 'False' as const,
        reason: 'ProgressDeadlineExceeded',
        message: `ReplicaSet "${name}" has timed out progressing.`,
        moved: false,
      };
    }
    return undefined;
  }
  if (before?.reason === 'NewReplicaSetAvailable' && !fresh) {
    return undefined; // scaling and lost pods are no rollout
  }
  return {
    type,
    status: 'True' as const,
    reason: fresh ? 'NewReplicaSetCreated' : 'ReplicaSetUpdated',
    message: fresh
      ? `Created new replica set "${name}"`
      : `ReplicaSet "${name}" is progressing.`,
    moved: true,
  };
}

function whenLate(
  deployment: KubeObject,
  conditions: any[],
  now: Date,
): number | undefined {
  const progressing = conditions.find(one => one.type === 'Progressing');
  if (
    progressing?.status !== 'True' ||
    progressing.reason === 'NewReplicaSetAvailable'
  ) {
    return undefined;
  }
  const due =
    Date.parse(progressing.lastUpdateTime) +
    deployment.spec.progressDeadlineSeconds * 1000;
  return Math.max(0, due - now.getTime()) + 1;
}

import { ownedBy, type CachedObjects } from './CachedObjects';
import type { KubeObject, PodObject, WorkloadObject } from './objects';
import { rolloutOf } from './rollouts';
import { podsOf, problemOf } from './status';
import { podProblem } from './words';
import { say } from '../words';

/** What a Deployment and its newest ReplicaSet have in common. */
const REVISION = 'deployment.kubernetes.io/revision';
/** What a StatefulSet's pods carry of its revision. */
const POD_REVISION = 'controller-revision-hash';

function newestReplicaSet(
  deployment: WorkloadObject,
  objects: CachedObjects,
): KubeObject | undefined {
  const all = ownedBy(deployment, 'ReplicaSet', objects);
  const revision = deployment.metadata.annotations?.[REVISION];
  return revision
    ? all.find(({ metadata }) => metadata.annotations?.[REVISION] === revision)
    : [...all].sort((a, b) =>
        (b.metadata.creationTimestamp ?? '').localeCompare(
          a.metadata.creationTimestamp ?? '',
        ),
      )[0];
}

/** The copies of the newest version, and those that they take the place of. */
function copiesByAge(
  kind: string,
  object: WorkloadObject,
  objects: CachedObjects,
): { fresh: PodObject[]; old: PodObject[] } {
  const all = podsOf(kind, object, objects);
  const newest = newestReplicaSet(object, objects);
  const isFresh = ({ metadata }: PodObject) =>
    kind === 'StatefulSet'
      ? metadata.labels?.[POD_REVISION] === object.status?.updateRevision
      : metadata.ownerReferences?.some(
          ({ uid }) => uid === newest?.metadata.uid,
        );
  return {
    fresh: all.filter(isFresh),
    old: all.filter(pod => !isFresh(pod)),
  };
}

const answers = ({ status }: PodObject) =>
  status?.conditions?.some(
    ({ type, status: is }) => type === 'Ready' && is === 'True',
  ) ?? false;

/**
 * How far a workload that isn't complete is, in words that follow it copy by
 * copy: what troubles the new copies, how many of them answer, and that old
 * ones are left.
 */
export function rolloutProgress(
  kind: string,
  object: WorkloadObject,
  objects: CachedObjects,
): string {
  const { desired, ready } = rolloutOf(kind, object);
  if (kind !== 'Deployment' && kind !== 'StatefulSet') {
    return (
      problemOf(kind, object, objects)?.words ??
      say`${ready} of ${desired} ready`
    );
  }
  const { status, metadata } = object;
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return say`about to begin`;
  }
  const { fresh, old } = copiesByAge(kind, object, objects);
  // What was wrong with the copies that are replaced is what the change mends.
  const trouble = fresh.flatMap(pod => podProblem(pod) ?? [])[0];
  if (trouble) {
    return trouble.words;
  }
  const answering = fresh.filter(answers).length;
  if (answering < desired) {
    const stuck = old.length === 0 && problemOf(kind, object, objects);
    return stuck
      ? stuck.words
      : answeringWord(answering, desired, old.length > 0);
  }
  const leaving = old.length + fresh.length - desired;
  if (old.length > 0) {
    return leaving === 1
      ? say`all new copies answer; 1 other ends`
      : say`all new copies answer; ${leaving} others end`;
  }
  if (leaving > 0) {
    return leaving === 1
      ? say`1 copy too many ends`
      : say`${leaving} copies too many end`;
  }
  return answeringWord(answering, desired, false);
}

function answeringWord(
  answering: number,
  desired: number,
  fresh: boolean,
): string {
  if (desired === 1) {
    return fresh
      ? say`${answering} of 1 new copy answers`
      : say`${answering} of 1 copy answers`;
  }
  return fresh
    ? say`${answering} of ${desired} new copies answer`
    : say`${answering} of ${desired} copies answer`;
}

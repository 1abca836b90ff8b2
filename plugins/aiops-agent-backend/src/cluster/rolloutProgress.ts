import { ownedBy, type CachedObjects } from './CachedObjects';
import type { KubeObject, PodObject, WorkloadObject } from './objects';
import { rolloutOf } from './rollouts';
import { podsOf, problemOf } from './status';
import { podProblem } from './words';

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
      problemOf(kind, object, objects)?.words ?? `${ready} of ${desired} ready`
    );
  }
  const { status, metadata } = object;
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return 'about to begin';
  }
  const { fresh, old } = copiesByAge(kind, object, objects);
  // What was wrong with the copies that are replaced is what the change mends.
  const trouble = fresh.flatMap(pod => podProblem(pod) ?? [])[0];
  if (trouble) {
    return trouble.words;
  }
  const answering = fresh.filter(answers).length;
  const copies = desired === 1 ? 'copy' : 'copies';
  if (answering < desired) {
    const stuck = old.length === 0 && problemOf(kind, object, objects);
    const verb = desired === 1 ? 'answers' : 'answer';
    return stuck
      ? stuck.words
      : `${answering} of ${desired} ${
          old.length > 0 ? 'new ' : ''
        }${copies} ${verb}`;
  }
  const leaving = old.length + fresh.length - desired;
  const end = leaving === 1 ? 'ends' : 'end';
  if (old.length > 0) {
    return `all new copies answer; ${leaving} ${
      leaving === 1 ? 'other' : 'others'
    } ${end}`;
  }
  return leaving > 0
    ? `${leaving} ${leaving === 1 ? 'copy' : 'copies'} too many ${end}`
    : `${answering} of ${desired} ${copies} answer`;
}

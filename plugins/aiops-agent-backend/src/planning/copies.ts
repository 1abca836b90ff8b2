import type {
  Deployed,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { isSeq } from 'yaml';
import { say, sayAgain } from '../words';
import { blueprintsOf } from './blueprints';
import type { MainWorkload } from './mainWorkload';

/** As many as anybody wants of one thing; more is a slip of the finger. */
const MOST_COPIES = 100;

/** The bounds of a thing that was made from a blueprint, if they are known. */
function blueprintBounds(snapshot: PlatformSnapshot, thing: Deployed) {
  const blueprint =
    thing.blueprint && blueprintsOf(snapshot.files).find(thing.blueprint);
  const bounds = blueprint ? blueprint.parameters.replicas : undefined;
  return (
    blueprint &&
    bounds && {
      title: blueprint.title,
      minimum: Number(bounds.minimum),
      maximum: Number(bounds.maximum),
      because: bounds.because,
    }
  );
}

/** A sentence where the disk is one that copies can't share. */
function ownDisk(
  { name }: Deployed,
  { workload, document, files }: MainWorkload,
): string | undefined {
  const templates = document.getIn(['spec', 'volumeClaimTemplates']);
  if (isSeq(templates) && templates.items.length > 0) {
    return say`"${name}" can run as one copy only: each would keep data of its own that the others never see. Give it a larger size instead. Nothing was changed.`;
  }
  const pod = document.toJS()?.spec?.template?.spec;
  const claims: string[] = (Array.isArray(pod?.volumes) ? pod.volumes : [])
    .map((volume: any) => volume?.persistentVolumeClaim?.claimName)
    .filter(Boolean);
  const single = [...files.values()]
    .flat()
    .map(one => one.toJS())
    .some(
      one =>
        one?.kind === 'PersistentVolumeClaim' &&
        claims.includes(one.metadata?.name) &&
        !one.spec?.accessModes?.includes('ReadWriteMany'),
    );
  return single && workload.kind === 'Deployment'
    ? say`"${name}" can run as one copy only: it keeps its data on a disk that one machine alone can hold. Give it a larger size instead. Nothing was changed.`
    : undefined;
}

/**
 * @throws InputError with a sentence that says why it can't be so many
 * copies, and what would help instead.
 */
export function checkCopies(
  snapshot: PlatformSnapshot,
  thing: Deployed,
  main: MainWorkload,
  replicas: number,
): void {
  const { name } = thing;
  if (!Number.isInteger(replicas) || replicas < 1) {
    throw new InputError(
      say`"${name}" needs at least 1 copy to be there, in whole numbers. Nothing was changed.`,
    );
  }
  const bounds = blueprintBounds(snapshot, thing);
  if (bounds && (replicas < bounds.minimum || replicas > bounds.maximum)) {
    const because = bounds.because ? ` ${sayAgain(bounds.because)}` : '';
    throw new InputError(
      bounds.maximum === 1
        ? say`"${name}" can run as one copy only, as every ${bounds.title} here.${because} Nothing was changed.`
        : say`"${name}" can run as ${bounds.minimum} to ${bounds.maximum} copies, as every ${bounds.title} here.${because} Nothing was changed.`,
    );
  }
  if (replicas > MOST_COPIES) {
    throw new InputError(
      say`"${name}" can run as 1 to ${MOST_COPIES} copies. Nothing was changed.`,
    );
  }
  if (bounds || replicas <= main.workload.replicas) {
    return;
  }
  if (thing.role !== 'application') {
    throw new InputError(
      thing.role === 'cache'
        ? say`"${name}" is a cache, whose copies wouldn't share their data. Give it a larger size instead. Nothing was changed.`
        : say`"${name}" is a database, whose copies wouldn't share their data. Give it a larger size instead. Nothing was changed.`,
    );
  }
  const why = main.workload.replicas === 1 ? ownDisk(thing, main) : undefined;
  if (why) {
    throw new InputError(why);
  }
}

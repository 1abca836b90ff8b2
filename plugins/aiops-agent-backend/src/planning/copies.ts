import type {
  Deployed,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { isSeq } from 'yaml';
import { blueprintsOf } from './blueprints';
import { called, type MainWorkload } from './mainWorkload';

/** As many as anybody wants of one thing; more is a slip of the finger. */
const MOST_COPIES = 100;

const NOTHING_CHANGED = 'Nothing was changed.';

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

/** A claim that one machine alone can hold, or that each copy has for itself. */
function ownDisk({ workload, document, files }: MainWorkload) {
  const templates = document.getIn(['spec', 'volumeClaimTemplates']);
  if (isSeq(templates) && templates.items.length > 0) {
    return 'each copy would keep data of its own that the others never see';
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
    ? 'it keeps its data on a disk that one machine alone can hold'
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
  const name = called(thing);
  if (!Number.isInteger(replicas) || replicas < 1) {
    throw new InputError(
      `${name} needs at least 1 copy to be there, in whole numbers. ${NOTHING_CHANGED}`,
    );
  }
  const bounds = blueprintBounds(snapshot, thing);
  if (bounds && (replicas < bounds.minimum || replicas > bounds.maximum)) {
    const range =
      bounds.maximum === 1
        ? 'can run as one copy only'
        : `can run as ${bounds.minimum} to ${bounds.maximum} copies`;
    throw new InputError(
      `${name} ${range}, as every ${bounds.title} here. ${
        bounds.because ? `${bounds.because} ` : ''
      }${NOTHING_CHANGED}`,
    );
  }
  if (replicas > MOST_COPIES) {
    throw new InputError(
      `${name} can run as 1 to ${MOST_COPIES} copies. ${NOTHING_CHANGED}`,
    );
  }
  if (bounds || replicas <= main.workload.replicas) {
    return;
  }
  if (thing.role !== 'application') {
    throw new InputError(
      `${name} is a ${thing.role}, whose copies wouldn't share their data. Give it a larger size instead. ${NOTHING_CHANGED}`,
    );
  }
  const why = main.workload.replicas === 1 ? ownDisk(main) : undefined;
  if (why) {
    throw new InputError(
      `${name} can run as one copy only: ${why}. Give it a larger size instead. ${NOTHING_CHANGED}`,
    );
  }
}

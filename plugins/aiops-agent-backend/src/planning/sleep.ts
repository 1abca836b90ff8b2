import type {
  ComposedPart,
  Deployed,
  Environment,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { markSleep, putToSleep, type SleepDates } from './asleep';
import { filesBelow, editDocuments, editThing } from './targets';
import { isEnvironment, targetName, thingsIn } from './targets';
import { say } from '../words';

function environmentEdits(
  snapshot: PlatformSnapshot,
  environment: Environment,
  dates: SleepDates,
) {
  return editDocuments(
    snapshot,
    filesBelow(snapshot, environment.path),
    document => {
      if (document.get('kind') === 'Namespace') {
        markSleep(document, dates);
        return true;
      }
      return putToSleep(document, dates);
    },
  );
}

const wholeDays = (from: Date, to: Date) =>
  Math.round((to.getTime() - from.getTime()) / 86_400_000);

/**
 * Nothing runs, nothing is reached, data is kept. What slept already in an
 * environment keeps its own dates, so that it doesn't wake with the others.
 *
 * @param removeAfter - When it is to be removed; without it, it only sleeps.
 */
export function sleepTarget(
  snapshot: PlatformSnapshot,
  target: Environment | Deployed,
  now: Date,
  removeAfter?: Date,
): ComposedPart {
  const dates: SleepDates = {
    since: now.toISOString(),
    removeAfter: removeAfter?.toISOString(),
  };
  const things = isEnvironment(target)
    ? thingsIn(snapshot, target).filter(thing => !thing.asleep)
    : [target];
  const edits = things.flatMap(thing =>
    editThing(snapshot, thing, document => putToSleep(document, dates)),
  );
  return {
    edits: isEnvironment(target)
      ? [...environmentEdits(snapshot, target, dates), ...edits]
      : edits,
    secrets: [],
    steps: things.flatMap(thing =>
      thing.workloads.flatMap(({ kind, name }) =>
        kind === 'Deployment' || kind === 'StatefulSet'
          ? [
              {
                id: `${thing.name}-${name}-asleep`,
                title: say`${thing.title ?? thing.name} asleep`,
                watch: { kind, namespace: thing.environment, name },
              },
            ]
          : [],
      ),
    ),
    links: [],
    targets: [targetName(target)],
    // How long it is kept, not until when: the agreement is the same an hour later.
    values: {
      [`${target.name}.asleep`]: true,
      ...(removeAfter
        ? { [`${target.name}.keptDays`]: wholeDays(now, removeAfter) }
        : {}),
    },
  };
}

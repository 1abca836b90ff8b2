import type {
  ComposedPart,
  Deployed,
  Environment,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { markSleep, wakeUp } from './asleep';
import {
  editDocuments,
  editThing,
  filesBelow,
  isEnvironment,
  targetName,
  thingsIn,
} from './targets';
import { say } from '../words';

/** Puts a sleeping thing, or an environment and what slept with it, back. */
export function wakeTarget(
  snapshot: PlatformSnapshot,
  target: Environment | Deployed,
): ComposedPart {
  const things = isEnvironment(target)
    ? thingsIn(snapshot, target).filter(
        thing => thing.asleep && thing.asleep.since === target.asleep?.since,
      )
    : [target];
  const edits = things.flatMap(thing => editThing(snapshot, thing, wakeUp));
  const ownEdits = isEnvironment(target)
    ? editDocuments(snapshot, filesBelow(snapshot, target.path), document => {
        if (document.get('kind') === 'Namespace') {
          markSleep(document);
          return true;
        }
        return wakeUp(document);
      })
    : [];
  return {
    edits: [...ownEdits, ...edits],
    secrets: [],
    steps: things.flatMap(thing =>
      thing.workloads.flatMap(({ kind, name }) =>
        kind === 'Deployment' || kind === 'StatefulSet'
          ? [
              {
                id: `${thing.name}-${name}-awake`,
                title: say`${thing.title ?? thing.name} running`,
                watch: { kind, namespace: thing.environment, name },
              },
            ]
          : [],
      ),
    ),
    links: [],
    targets: [targetName(target)],
    values: { [`${target.name}.asleep`]: false },
  };
}

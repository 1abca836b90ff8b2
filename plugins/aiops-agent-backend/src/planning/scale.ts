import type {
  ComposedPart,
  Deployed,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { say } from '../words';
import { findAutoscaler, raiseAutoscaler } from './autoscaler';
import { checkCopies } from './copies';
import { editsOf, openMainWorkload } from './mainWorkload';
import { rolloutSteps } from './rollout';
import { targetName } from './targets';

/**
 * Another number of copies of a thing's main workload. Where an autoscaler
 * has the say, at least so many run.
 *
 * @throws InputError when it can't be that many, with why.
 */
export function scaleTarget(
  snapshot: PlatformSnapshot,
  thing: Deployed,
  replicas: number,
): ComposedPart {
  const main = openMainWorkload(snapshot, thing);
  const { workload, document } = main;
  if (workload.kind !== 'Deployment' && workload.kind !== 'StatefulSet') {
    throw new InputError(
      workload.kind === 'DaemonSet'
        ? say`"${thing.name}" runs once on every machine, so it has no number of copies that could change. Nothing was changed.`
        : say`"${thing.name}" runs, does its work and ends, so it has no number of copies that could change. Nothing was changed.`,
    );
  }
  checkCopies(snapshot, thing, main, replicas);
  const autoscaler = findAutoscaler(main);
  const bounds = autoscaler && raiseAutoscaler(autoscaler, replicas);
  // Where an autoscaler has the say, a number is written only where one was.
  if (!autoscaler || document.hasIn(['spec', 'replicas'])) {
    document.setIn(['spec', 'replicas'], replicas);
  }
  return {
    edits: editsOf(snapshot, main),
    secrets: [],
    steps: rolloutSteps(thing, workload),
    links: [],
    targets: [targetName(thing)],
    values: {
      [`${thing.name}.replicas`]: replicas,
      ...(bounds && { [`${thing.name}.maxReplicas`]: bounds.maximum }),
    },
  };
}

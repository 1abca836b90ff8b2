import type {
  ComposedPart,
  Deployed,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { Scalar } from 'yaml';
import { say } from '../words';
import { editsOf, openMainWorkload } from './mainWorkload';
import { rolloutSteps } from './rollout';
import { targetName } from './targets';

/** What `kubectl rollout restart` writes. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

const RESTARTS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/**
 * New copies of the same version, as `kubectl rollout restart` makes them.
 * When it is, is no part of what is agreed to.
 *
 * @throws InputError for what doesn't keep running.
 */
export function restartTarget(
  snapshot: PlatformSnapshot,
  thing: Deployed,
  now: Date,
): ComposedPart {
  const main = openMainWorkload(snapshot, thing);
  const { workload, document } = main;
  if (!RESTARTS.includes(workload.kind)) {
    throw new InputError(
      say`"${thing.name}" runs, does its work and ends, so there is nothing to restart. Nothing was changed.`,
    );
  }
  const time = new Scalar(now.toISOString().replace(/\.\d+Z$/, 'Z'));
  // Unquoted, some readers would take it for a date.
  time.type = Scalar.QUOTE_DOUBLE;
  document.setIn(
    ['spec', 'template', 'metadata', 'annotations', RESTARTED_AT],
    time,
  );
  return {
    edits: editsOf(snapshot, main),
    secrets: [],
    steps: rolloutSteps(thing, workload),
    links: [],
    targets: [targetName(thing)],
    values: { [`${thing.name}.restart`]: true },
  };
}

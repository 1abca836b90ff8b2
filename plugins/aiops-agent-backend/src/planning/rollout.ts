import type {
  Deployed,
  PlannedStep,
  Workload,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../words';

/**
 * Follows a workload of a thing that is there until all its copies are as they
 * are written and answer; none for one whose copies come and go.
 *
 * @param isOneOfSeveral - True where other things begin anew with it.
 */
export function rolloutSteps(
  thing: Deployed,
  { kind, name }: Pick<Workload, 'kind' | 'name'>,
  isOneOfSeveral = false,
): PlannedStep[] {
  return kind === 'Deployment' || kind === 'StatefulSet'
    ? [
        {
          id: `${thing.name}-${name}-rollout`,
          title: isOneOfSeveral
            ? say`All copies of ${thing.name} running`
            : say`All copies running`,
          rollout: true,
          watch: { kind, namespace: thing.environment, name },
        },
      ]
    : [];
}

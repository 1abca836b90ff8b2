import { labelSelector } from '../resources/selectors';
import { isActive, isReady, portion } from './pods';
import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from './types';

/** Keeps the status of PodDisruptionBudgets. */
export function disruptionBudgetController({
  store,
  resources,
}: ControllerContext): Controller {
  const kind = 'policy/v1/PodDisruptionBudget';
  return {
    name: 'disruption-budget',
    concerns({ kind: changed, object }) {
      if (changed === kind) {
        return [keyOf(object)];
      }
      return changed === 'v1/Pod'
        ? store.list(kind, object.metadata.namespace).map(keyOf)
        : [];
    },
    reconcile(key) {
      const budget = store.get(kind, ...fromKey(key));
      if (!budget) {
        return;
      }
      const { selector, minAvailable, maxUnavailable } = budget.spec;
      const matches = labelSelector(selector);
      const pods = store
        .list('v1/Pod', budget.metadata.namespace)
        .filter(pod => isActive(pod) && matches(pod.metadata.labels));
      const healthy = pods.filter(isReady).length;
      const desired =
        maxUnavailable === undefined
          ? portion(minAvailable, pods.length, Math.ceil)
          : Math.max(
              0,
              pods.length - portion(maxUnavailable, pods.length, Math.ceil),
            );
      resources.setStatus(budget, {
        observedGeneration: budget.metadata.generation,
        expectedPods: pods.length,
        currentHealthy: healthy,
        desiredHealthy: desired,
        disruptionsAllowed: Math.max(0, healthy - desired),
      });
    },
  };
}

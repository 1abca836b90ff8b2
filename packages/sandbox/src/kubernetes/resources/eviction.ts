import type { DeleteOptions, Resources } from './Resources';
import { labelSelector } from './selectors';
import { refusal } from './status';

/**
 * Deletes a pod unless a PodDisruptionBudget needs it, as `kubectl drain` asks.
 *
 * @throws 404, and 429 when the budget would be broken
 */
export function evict(
  resources: Resources,
  namespace: string,
  name: string,
  options: DeleteOptions,
): void {
  const pods = resources.kinds.find('v1', 'Pod')!;
  const pod = resources.get(pods, namespace, name);
  const ended = ['Succeeded', 'Failed', 'Pending'].includes(pod.status?.phase);
  const budgets = resources.store
    .list('policy/v1/PodDisruptionBudget', namespace)
    .filter(({ spec }) => labelSelector(spec.selector)(pod.metadata.labels));
  const exhausted = budgets.find(
    ({ status }) => !((status?.disruptionsAllowed ?? 0) > 0),
  );
  if (!ended && exhausted) {
    const { desiredHealthy = 0, currentHealthy = 0 } = exhausted.status ?? {};
    throw refusal(
      429,
      'TooManyRequests',
      "Cannot evict pod as it would violate the pod's disruption budget.",
      {
        causes: [
          {
            reason: 'DisruptionBudget',
            message: `The disruption budget ${exhausted.metadata.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`,
            field: '',
          },
        ],
      },
    );
  }
  if (!ended && !options.dryRun) {
    // The next one is refused even before the controller has counted again.
    for (const budget of budgets) {
      resources.setStatus(budget, {
        ...budget.status,
        disruptionsAllowed: budget.status.disruptionsAllowed - 1,
      });
    }
  }
  resources.delete(pods, namespace, name, options);
}

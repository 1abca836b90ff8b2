import { StatusError } from '../resources/status';
import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { claim, claimants } from './adoption';
import { withCondition, withoutCondition } from './conditions';
import {
  condition,
  isActive,
  isAvailable,
  isReady,
  podFromTemplate,
  podsOf,
} from './pods';
import { labelSelector } from '../resources/selectors';
import {
  controllerOf,
  fromKey,
  keyOf,
  ownedByController,
  ownerKey,
  type Controller,
  type ControllerContext,
} from './types';

/** How many pods are begun in one go. */
const BURST = 500;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/** Keeps as many pods as a ReplicaSet or ReplicationController asks for. */
export function replicaSetController(
  context: ControllerContext,
  apiVersion: 'apps/v1' | 'v1',
): Controller {
  const { store, resources, clock, record } = context;
  const kindName = apiVersion === 'v1' ? 'ReplicationController' : 'ReplicaSet';
  const source =
    apiVersion === 'v1' ? 'replication-controller' : 'replicaset-controller';
  const kind = resources.kinds.find(apiVersion, kindName)!;
  const pods = resources.kinds.find('v1', 'Pod')!;

  /** Sets whose pods were refused: how often, and when to try again unless something changes. */
  const refusals = new Map<string, { count: number; due: number }>();

  /** Creates what is missing; returns why it couldn't. */
  const create = (set: KubeObject, count: number): StatusError | undefined => {
    for (let index = 0; index < Math.min(count, BURST); index++) {
      try {
        const pod = resources.create(
          pods,
          set.metadata.namespace!,
          podFromTemplate(set.spec.template, {
            generateName: `${set.metadata.name}-`,
            ownerReferences: [ownedByController(set)],
          }),
        );
        record(
          set,
          'Normal',
          'SuccessfulCreate',
          `Created pod: ${pod.metadata.name}`,
          source,
        );
      } catch (error) {
        if (!(error instanceof StatusError)) {
          throw error;
        }
        if (
          !error.status.details?.causes?.some(
            cause => cause.reason === 'NamespaceTerminating',
          )
        ) {
          record(
            set,
            'Warning',
            'FailedCreate',
            `Error creating: ${error.message}`,
            source,
          );
        }
        return error;
      }
    }
    return undefined;
  };

  const remove = (set: KubeObject, active: KubeObject[], count: number) => {
    for (const pod of [...active].sort(worstFirst).slice(0, count)) {
      resources.delete(pods, pod.metadata.namespace!, pod.metadata.name);
      record(
        set,
        'Normal',
        'SuccessfulDelete',
        `Deleted pod: ${pod.metadata.name}`,
        source,
      );
    }
  };

  /** Before apps/v1 a selector was only labels. */
  const selectorOf = ({ spec }: KubeObject) =>
    apiVersion === 'v1'
      ? { matchLabels: spec.selector ?? spec.template?.metadata?.labels }
      : spec.selector;

  return {
    name: kindName.toLowerCase(),
    concerns({ type, kind: changed, object, previous }) {
      if (changed === kind.storage) {
        return [keyOf(object)];
      }
      if (changed === 'v1/Pod') {
        const freed =
          type === 'DELETED'
            ? store
                .list(kind.storage, object.metadata.namespace)
                .filter(set => refusals.delete(set.metadata.uid!))
                .map(keyOf)
            : [];
        const orphaned =
          type === 'DELETED' || controllerOf(object)
            ? []
            : claimants(
                store
                  .list(kind.storage, object.metadata.namespace)
                  .map(set => ({
                    ...set,
                    spec: { selector: selectorOf(set) },
                  })),
                object,
              ).map(keyOf);
        return [...ownerKey(object, kindName), ...freed, ...orphaned];
      }
      // Room in a quota or a missing account that appears lets refused pods in.
      if (
        changed === 'v1/ServiceAccount' ||
        changed === 'v1/LimitRange' ||
        (changed === 'v1/ResourceQuota' &&
          JSON.stringify(previous?.spec) !== JSON.stringify(object.spec))
      ) {
        return store
          .list(kind.storage, object.metadata.namespace)
          .filter(set => refusals.delete(set.metadata.uid!))
          .map(keyOf);
      }
      return [];
    },
    reconcile(key) {
      const [namespace, name] = fromKey(key);
      const set = store.get(kind.storage, namespace, name);
      if (!set) {
        return undefined;
      }
      if (!set.metadata.deletionTimestamp) {
        claim(context, set, pods, selectorOf(set));
      }
      const active = podsOf(store, set).filter(isActive);
      let refused: StatusError | undefined;
      let again: number | undefined;
      if (!set.metadata.deletionTimestamp) {
        const missing = set.spec.replicas - active.length;
        const waiting = refusals.get(set.metadata.uid!);
        const pause = (waiting?.due ?? 0) - clock.now().getTime();
        if (missing > 0 && pause > 0) {
          again = pause;
        } else if (missing > 0) {
          refused = create(set, missing);
          if (refused) {
            const count = (waiting?.count ?? 0) + 1;
            again = Math.min(FIRST_RETRY_MS * 2 ** (count - 1), LAST_RETRY_MS);
            refusals.set(set.metadata.uid!, {
              count,
              due: clock.now().getTime() + again,
            });
          } else {
            refusals.delete(set.metadata.uid!);
          }
        } else if (missing < 0) {
          remove(set, active, -missing);
        }
      }
      const now = clock.now();
      const left = podsOf(store, set).filter(isActive);
      const matches = labelSelector(
        apiVersion === 'v1'
          ? { matchLabels: set.spec.template?.metadata?.labels }
          : { matchLabels: set.spec.template?.metadata?.labels ?? {} },
      );
      const minReady = set.spec.minReadySeconds ?? 0;
      const ready = left.filter(isReady);
      const available = ready.filter(pod => isAvailable(pod, minReady, now));
      const labelled = left.filter(pod => matches(pod.metadata.labels));
      const failing = condition(set, 'ReplicaFailure');
      let conditions = set.status?.conditions;
      if (refused && !failing) {
        conditions = withCondition(
          conditions,
          {
            type: 'ReplicaFailure',
            status: 'True',
            reason: 'FailedCreate',
            message: refused.message,
          },
          timestamp(now),
        );
      } else if (!refused && again === undefined) {
        conditions = withoutCondition(conditions, 'ReplicaFailure');
      }
      resources.setStatus(set, {
        replicas: left.length,
        ...(labelled.length && { fullyLabeledReplicas: labelled.length }),
        ...(ready.length && { readyReplicas: ready.length }),
        ...(available.length && { availableReplicas: available.length }),
        observedGeneration: set.metadata.generation,
        ...(conditions && { conditions }),
      });
      if (again !== undefined) {
        return again;
      }
      return available.length < ready.length ? minReady * 1000 : undefined;
    },
  };
}

/** Which pods go first: not scheduled, not running, not ready, then the youngest. */
function worstFirst(a: KubeObject, b: KubeObject): number {
  const worth = (pod: KubeObject) =>
    (pod.spec.nodeName ? 4 : 0) +
    (pod.status?.phase === 'Running' ? 2 : 0) +
    (isReady(pod) ? 1 : 0);
  return (
    worth(a) - worth(b) ||
    Date.parse(b.metadata.creationTimestamp!) -
      Date.parse(a.metadata.creationTimestamp!)
  );
}

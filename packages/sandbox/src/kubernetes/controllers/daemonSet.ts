import { StatusError } from '../resources/status';
import type { KubeObject } from '../types';
import { unfitReason } from './nodeFit';
import { isActive, isReady, podFromTemplate, podsOf, portion } from './pods';
import { currentRevision, REVISION_LABEL, revisionHash } from './revisions';
import {
  fromKey,
  keyOf,
  ownedByController,
  ownerKey,
  type Controller,
  type ControllerContext,
} from './types';

const SOURCE = 'daemonset-controller';
/** How long pods that were refused are left at that. */
const RETRY_MS = 10_000;

/** A DaemonSet's pods run also where others may not. */
const TOLERATIONS = [
  ['not-ready', 'NoExecute'],
  ['unreachable', 'NoExecute'],
  ['disk-pressure', 'NoSchedule'],
  ['memory-pressure', 'NoSchedule'],
  ['pid-pressure', 'NoSchedule'],
  ['unschedulable', 'NoSchedule'],
].map(([name, effect]) => ({
  key: `node.kubernetes.io/${name}`,
  operator: 'Exists',
  effect,
}));

/** Keeps a pod of each DaemonSet on every node that it fits. */
export function daemonSetController(context: ControllerContext): Controller {
  const { store, resources, record } = context;
  const kind = resources.kinds.find('apps/v1', 'DaemonSet')!;
  const pods = resources.kinds.find('v1', 'Pod')!;

  const podSpec = (set: KubeObject, node: string) => {
    const { spec } = set.spec.template;
    return {
      ...spec,
      tolerations: [...(spec.tolerations ?? []), ...TOLERATIONS],
      affinity: {
        ...spec.affinity,
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchFields: [
                  { key: 'metadata.name', operator: 'In', values: [node] },
                ],
              },
            ],
          },
        },
      },
    };
  };

  const nodeOf = (pod: KubeObject): string =>
    pod.spec.nodeName ??
    pod.spec.affinity?.nodeAffinity
      ?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms?.[0]
      ?.matchFields?.[0]?.values?.[0];

  const remove = (set: KubeObject, pod: KubeObject) => {
    resources.delete(pods, pod.metadata.namespace!, pod.metadata.name);
    record(
      set,
      'Normal',
      'SuccessfulDelete',
      `Deleted pod: ${pod.metadata.name}`,
      SOURCE,
    );
  };

  return {
    name: 'daemonset',
    concerns({ type, kind: changed, object, previous }) {
      if (changed === kind.storage) {
        return [keyOf(object)];
      }
      if (changed === pods.storage) {
        return ownerKey(object, 'DaemonSet');
      }
      return changed === 'v1/Node' &&
        (type !== 'MODIFIED' || previous?.spec !== object.spec)
        ? store.list(kind.storage).map(keyOf)
        : [];
    },
    reconcile(key) {
      const set = store.get(kind.storage, ...fromKey(key));
      if (!set || set.metadata.deletionTimestamp) {
        return undefined;
      }
      const revision = currentRevision(context, set);
      const hash = revisionHash(revision);
      const owned = podsOf(store, set);
      const nodes = store
        .list('v1/Node')
        .filter(
          node =>
            !unfitReason(
              {
                ...set,
                spec: {
                  ...set.spec.template.spec,
                  tolerations: [
                    ...(set.spec.template.spec.tolerations ?? []),
                    ...TOLERATIONS,
                  ],
                },
              },
              node,
              { cpu: 0, memory: 0, pods: 0 },
            ),
        )
        .map(node => node.metadata.name);
      let refused: StatusError | undefined;
      const missing = nodes.filter(
        node => !owned.some(pod => nodeOf(pod) === node),
      );
      for (const node of missing) {
        try {
          const created = resources.create(
            pods,
            set.metadata.namespace!,
            podFromTemplate(
              { ...set.spec.template, spec: podSpec(set, node) },
              {
                generateName: `${set.metadata.name}-`,
                labels: { [REVISION_LABEL]: hash },
                ownerReferences: [ownedByController(set)],
              },
            ),
          );
          record(
            set,
            'Normal',
            'SuccessfulCreate',
            `Created pod: ${created.metadata.name}`,
            SOURCE,
          );
        } catch (error) {
          if (!(error instanceof StatusError)) {
            throw error;
          }
          refused = error;
          record(
            set,
            'Warning',
            'FailedCreate',
            `Error creating: ${error.message}`,
            SOURCE,
          );
          break;
        }
      }
      const active = owned.filter(isActive);
      active
        .filter(pod => !nodes.includes(nodeOf(pod)))
        .forEach(pod => remove(set, pod));
      const stale = active.filter(
        pod => pod.metadata.labels?.[REVISION_LABEL] !== hash,
      );
      if (stale.length && set.spec.updateStrategy.type === 'RollingUpdate') {
        const may = Math.max(
          1,
          portion(
            set.spec.updateStrategy.rollingUpdate?.maxUnavailable,
            nodes.length,
            Math.ceil,
          ),
        );
        const down = nodes.length - active.filter(isReady).length;
        stale
          .slice(0, Math.max(0, may - down))
          .forEach(pod => remove(set, pod));
      }
      const left = podsOf(store, set).filter(isActive);
      const ready = left.filter(isReady).length;
      const updated = left.filter(
        pod => pod.metadata.labels?.[REVISION_LABEL] === hash,
      ).length;
      resources.setStatus(set, {
        observedGeneration: set.metadata.generation,
        desiredNumberScheduled: nodes.length,
        currentNumberScheduled: left.length,
        numberMisscheduled: 0,
        numberReady: ready,
        ...(updated && { updatedNumberScheduled: updated }),
        ...(ready && { numberAvailable: ready }),
        ...(nodes.length > ready && {
          numberUnavailable: nodes.length - ready,
        }),
      });
      return refused && RETRY_MS;
    },
  };
}

import type { ControllerContext } from '../controllers';
import { withCondition } from '../controllers/conditions';
import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';

const TAINT = 'node.kubernetes.io/unreachable';
const SOURCE = 'node-controller';
/** What pods tolerate that say nothing else. */
const TOLERATED_S = 300;
const WELL: Record<string, [status: string, reason: string, message: string]> =
  {
    MemoryPressure: [
      'False',
      'KubeletHasSufficientMemory',
      'kubelet has sufficient memory available',
    ],
    DiskPressure: [
      'False',
      'KubeletHasNoDiskPressure',
      'kubelet has no disk pressure',
    ],
    PIDPressure: [
      'False',
      'KubeletHasSufficientPID',
      'kubelet has sufficient PID available',
    ],
    Ready: ['True', 'KubeletReady', 'kubelet is posting ready status'],
  };

/**
 * Tells of nodes that nobody reaches as the node lifecycle controller does:
 * conditions that nobody knows, taints, pods that aren't ready and, after
 * what they tolerate, have to go. Returns how to stop.
 */
export function followReachability(context: ControllerContext): () => void {
  const { store, resources, clock, record } = context;
  const { programs } = resources;
  const nodes = resources.kinds.find('v1', 'Node')!;
  const pods = resources.kinds.find('v1', 'Pod')!;
  const evictions = new Map<string, () => void>();

  const setTaints = (node: KubeObject, cut: boolean) =>
    resources.update(nodes, '', node.metadata.name, one => {
      const others = (one.spec?.taints ?? []).filter(
        (taint: any) => taint.key !== TAINT,
      );
      const taints = cut
        ? [
            ...others,
            { key: TAINT, effect: 'NoSchedule' },
            {
              key: TAINT,
              effect: 'NoExecute',
              timeAdded: timestamp(clock.now()),
            },
          ]
        : others;
      return {
        ...one,
        spec: { ...one.spec, taints: taints.length ? taints : undefined },
      };
    });

  const setConditions = (node: KubeObject, cut: boolean) => {
    let { conditions } = node.status;
    for (const [type, [status, reason, message]] of Object.entries(WELL)) {
      const condition = cut
        ? {
            type,
            status: 'Unknown' as const,
            reason: 'NodeStatusUnknown',
            message: 'Kubelet stopped posting node status.',
          }
        : { type, status: status as 'True' | 'False', reason, message };
      conditions = withCondition(
        conditions,
        condition,
        timestamp(clock.now()),
        ['lastHeartbeatTime', 'lastTransitionTime'],
      );
    }
    resources.setStatus(node, { ...node.status, conditions });
    record(
      node,
      'Normal',
      cut ? 'NodeNotReady' : 'NodeReady',
      `Node ${node.metadata.name} status is now: ${
        cut ? 'NodeNotReady' : 'NodeReady'
      }`,
      SOURCE,
    );
  };

  const podsOn = (name: string) =>
    store.list(pods.storage).filter(pod => pod.spec.nodeName === name);

  const loseSightOf = (pod: KubeObject) => {
    const ready = pod.status?.conditions?.some(
      (one: any) => one.type === 'Ready' && one.status === 'True',
    );
    if (ready) {
      resources.setStatus(pod, {
        ...pod.status,
        conditions: withCondition(
          pod.status.conditions,
          { type: 'Ready', status: 'False' },
          timestamp(clock.now()),
        ),
      });
      record(pod, 'Warning', 'NodeNotReady', 'Node is not ready', SOURCE);
    }
  };

  /** The pods wait on their node to be deleted there, which nobody does before it is back. */
  const evict = (name: string) => {
    for (const pod of podsOn(name)) {
      if (!pod.metadata.deletionTimestamp) {
        record(
          pod,
          'Normal',
          'TaintManagerEviction',
          `Marking for deletion Pod ${pod.metadata.namespace}/${pod.metadata.name}`,
          'taint-eviction-controller',
        );
        resources.delete(pods, pod.metadata.namespace!, pod.metadata.name);
      }
    }
  };

  const follow = () => {
    for (const node of store.list(nodes.storage)) {
      const { name } = node.metadata;
      const cut = programs.isCut(name);
      const since = node.spec?.taints?.find(
        (taint: any) => taint.key === TAINT && taint.timeAdded,
      )?.timeAdded;
      if (cut !== Boolean(since)) {
        setConditions(setTaints(node, cut), cut);
      }
      evictions.get(name)?.();
      evictions.delete(name);
      if (cut) {
        podsOn(name).forEach(loseSightOf);
        const passed = since ? clock.now().getTime() - Date.parse(since) : 0;
        evictions.set(
          name,
          clock.after(Math.max(0, TOLERATED_S * 1000 - passed), () =>
            evict(name),
          ),
        );
      }
    }
  };

  follow();
  const leave = programs.onDisturbance(follow);
  return () => {
    leave();
    evictions.forEach(cancel => cancel());
  };
}

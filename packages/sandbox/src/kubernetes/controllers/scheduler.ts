import { podAmount } from '../admission';
import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { quantity } from '../values/quantity';
import { withCondition } from './conditions';
import { unfitReason, type NodeUse } from './nodeFit';
import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from './types';

const SOURCE = 'default-scheduler';
const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** Gives pods a node that has room for them and that they accept. */
export function scheduler(context: ControllerContext): Controller {
  const { store, resources, clock, record } = context;
  const use = new Map<string, NodeUse>();
  const placed = new Map<string, { node: string; amount: NodeUse }>();
  const waiting = new Set<string>();

  const account = (pod: KubeObject, gone: boolean) => {
    const uid = pod.metadata.uid!;
    const runs =
      !gone &&
      pod.spec.nodeName &&
      !['Succeeded', 'Failed'].includes(pod.status?.phase);
    const before = placed.get(uid);
    if (runs && !before) {
      const amount = demand(pod);
      placed.set(uid, { node: pod.spec.nodeName, amount });
      add(use, pod.spec.nodeName, amount, 1);
    } else if (!runs && before) {
      placed.delete(uid);
      add(use, before.node, before.amount, -1);
      return true;
    }
    return false;
  };

  /** Why the pod's volumes keep it from being placed; '' when they are only being prepared. */
  const volumesProblem = (
    pod: KubeObject,
    node: string,
  ): string | undefined => {
    let preparing = false;
    for (const volume of pod.spec.volumes ?? []) {
      const name = volume.persistentVolumeClaim?.claimName;
      if (!name) {
        continue;
      }
      const { namespace } = pod.metadata;
      const claim = store.get('v1/PersistentVolumeClaim', namespace!, name);
      if (!claim) {
        return `persistentvolumeclaim "${name}" not found`;
      }
      if (claim.metadata.deletionTimestamp) {
        return `persistentvolumeclaim "${name}" is being deleted`;
      }
      if (claim.status?.phase === 'Bound') {
        continue;
      }
      const storageClass = store.get(
        'storage.k8s.io/v1/StorageClass',
        '',
        claim.spec.storageClassName ?? '',
      );
      if (storageClass?.volumeBindingMode !== 'WaitForFirstConsumer') {
        return 'pod has unbound immediate PersistentVolumeClaims';
      }
      preparing = true;
      if (!claim.metadata.annotations?.[SELECTED_NODE]) {
        resources.update(
          resources.kinds.find('v1', 'PersistentVolumeClaim')!,
          namespace!,
          name,
          one => ({
            ...one,
            metadata: {
              ...one.metadata,
              annotations: {
                ...one.metadata.annotations,
                [SELECTED_NODE]: node,
              },
            },
          }),
        );
      }
    }
    return preparing ? '' : undefined;
  };

  /** Where the pod's volumes were made, and where it therefore goes if there is room. */
  const volumeNode = (pod: KubeObject): string | undefined =>
    (pod.spec.volumes ?? [])
      .flatMap(
        ({ persistentVolumeClaim: claim }: any) =>
          (claim &&
            store.get(
              'v1/PersistentVolumeClaim',
              pod.metadata.namespace!,
              claim.claimName,
            )?.metadata.annotations?.[SELECTED_NODE]) ??
          [],
      )
      .at(0);

  const refuse = (pod: KubeObject, message: string) => {
    record(pod, 'Warning', 'FailedScheduling', message, SOURCE);
    resources.setStatus(pod, {
      ...pod.status,
      conditions: withCondition(
        pod.status?.conditions,
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message,
        },
        timestamp(clock.now()),
      ),
    });
  };

  const schedule = (pod: KubeObject) => {
    const nodes = store.list('v1/Node');
    const wanted = demand(pod);
    const reasons = new Map<string, number>();
    const fitting: KubeObject[] = [];
    for (const node of nodes) {
      const reason = unfitReason(
        pod,
        node,
        wanted,
        use.get(node.metadata.name),
      );
      if (reason) {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      } else {
        fitting.push(node);
      }
    }
    const none = `0/${nodes.length} nodes are available`;
    if (!fitting.length) {
      const list = [...reasons]
        .map(([reason, count]) => `${count} ${reason}`)
        .sort();
      const hopeless = [...reasons.keys()].every(
        reason => !reason.startsWith('Insufficient'),
      );
      refuse(
        pod,
        `${none}: ${list.join(', ')}. preemption: ${none}: ${nodes.length} ${
          hopeless
            ? 'Preemption is not helpful for scheduling'
            : 'No preemption victims found for incoming pod'
        }.`,
      );
      return;
    }
    fitting.sort((a, b) => free(b, use) - free(a, use));
    const best =
      fitting.find(node => node.metadata.name === volumeNode(pod)) ??
      fitting[0];
    const problem = volumesProblem(pod, best.metadata.name);
    if (problem !== undefined) {
      if (problem) {
        refuse(
          pod,
          `${none}: ${problem}. preemption: ${none}: ${nodes.length} Preemption is not helpful for scheduling.`,
        );
      }
      return;
    }
    const bound = store.put({
      ...pod,
      spec: { ...pod.spec, nodeName: best.metadata.name },
      status: {
        ...pod.status,
        conditions: withCondition(
          pod.status?.conditions,
          { type: 'PodScheduled', status: 'True' },
          timestamp(clock.now()),
        ).map(one =>
          one.type === 'PodScheduled'
            ? {
                type: one.type,
                status: 'True',
                lastTransitionTime: one.lastTransitionTime,
              }
            : one,
        ),
      },
    });
    record(
      bound,
      'Normal',
      'Scheduled',
      `Successfully assigned ${keyOf(pod)} to ${best.metadata.name}`,
      SOURCE,
    );
  };

  return {
    name: 'scheduler',
    concerns({ type, kind, object }) {
      if (kind === 'v1/Pod') {
        const gone = type === 'DELETED';
        const freed = account(object, gone);
        const key = keyOf(object);
        const unplaced =
          !gone &&
          !object.spec.nodeName &&
          !object.spec.schedulingGates?.length;
        if (!unplaced) {
          waiting.delete(key);
        } else if (!waiting.has(key)) {
          waiting.add(key);
          return [key];
        }
        return freed ? [...waiting] : [];
      }
      return kind === 'v1/Node' ||
        kind === 'v1/PersistentVolumeClaim' ||
        kind === 'storage.k8s.io/v1/StorageClass'
        ? [...waiting]
        : [];
    },
    reconcile(key) {
      const pod = store.get('v1/Pod', ...fromKey(key));
      if (
        pod &&
        !pod.spec.nodeName &&
        !pod.metadata.deletionTimestamp &&
        !pod.spec.schedulingGates?.length &&
        pod.spec.schedulerName === SOURCE
      ) {
        schedule(pod);
      }
      return undefined;
    },
  };
}

function demand(pod: KubeObject): NodeUse {
  return {
    cpu: podAmount(pod.spec, 'requests', 'cpu'),
    memory: podAmount(pod.spec, 'requests', 'memory'),
    pods: 1,
  };
}

function add(
  use: Map<string, NodeUse>,
  node: string,
  amount: NodeUse,
  sign: 1 | -1,
): void {
  const before = use.get(node) ?? { cpu: 0, memory: 0, pods: 0 };
  use.set(node, {
    cpu: before.cpu + sign * amount.cpu,
    memory: before.memory + sign * amount.memory,
    pods: before.pods + sign * amount.pods,
  });
}

/** The share of a node that nobody asked for, from 0 to 1; the fewer pods the better. */
function free(node: KubeObject, use: Map<string, NodeUse>): number {
  const used = use.get(node.metadata.name) ?? { cpu: 0, memory: 0, pods: 0 };
  const { cpu, memory, pods } = node.status.allocatable;
  return (
    2 -
    used.cpu / quantity(cpu) -
    used.memory / quantity(memory) -
    used.pods / quantity(pods)
  );
}

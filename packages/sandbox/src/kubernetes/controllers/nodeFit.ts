import { matchExpressions } from '../resources/selectors';
import type { KubeObject } from '../types';
import { quantity } from '../values/quantity';

/** What pods ask of a node: cores, bytes, and how many they are. */
export interface NodeUse {
  cpu: number;
  memory: number;
  pods: number;
}

/** Why a pod can't run on a node, in the scheduler's words, or undefined when it can. */
export function unfitReason(
  pod: KubeObject,
  node: KubeObject,
  wanted: NodeUse,
  used: NodeUse = { cpu: 0, memory: 0, pods: 0 },
): string | undefined {
  const { spec } = pod;
  const tolerates = (taint: any) =>
    spec.tolerations?.some(
      (one: any) =>
        (!one.effect || one.effect === taint.effect) &&
        (one.operator === 'Exists'
          ? !one.key || one.key === taint.key
          : one.key === taint.key && (one.value ?? '') === (taint.value ?? '')),
    );
  const unschedulable = {
    key: 'node.kubernetes.io/unschedulable',
    effect: 'NoSchedule',
  };
  if (node.spec?.unschedulable && !tolerates(unschedulable)) {
    return 'node(s) were unschedulable';
  }
  const taint = node.spec?.taints?.find(
    (one: any) => one.effect !== 'PreferNoSchedule' && !tolerates(one),
  );
  if (taint) {
    return `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`;
  }
  if (!selected(spec, node)) {
    return "node(s) didn't match Pod's node affinity/selector";
  }
  // Nobody has said yet what a node can do that was only just registered.
  const { cpu = 0, memory = 0, pods = 0 } = node.status?.allocatable ?? {};
  if (used.pods + 1 > quantity(pods)) {
    return 'Too many pods';
  }
  if (used.cpu + wanted.cpu > quantity(cpu) + 1e-9) {
    return 'Insufficient cpu';
  }
  if (used.memory + wanted.memory > quantity(memory)) {
    return 'Insufficient memory';
  }
  return undefined;
}

/** Whether node selector and required node affinity accept a node. */
function selected(spec: any, node: KubeObject): boolean {
  const labels = node.metadata.labels ?? {};
  const plain = Object.entries(spec.nodeSelector ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
  const terms =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      ?.nodeSelectorTerms;
  return (
    plain &&
    (!terms ||
      terms.some(
        (term: any) =>
          matchExpressions(term.matchExpressions)(labels) &&
          matchExpressions(term.matchFields)({
            'metadata.name': node.metadata.name,
          }),
      ))
  );
}

import type { Programs } from './programs';
import { cpuAllowed } from './programs/pressure';
import { timestamp } from './resources/time';
import type { Resources } from './resources/Resources';
import type { KubeObject } from './types';
import { quantity } from './values/quantity';
import { hashFraction } from './values/random';

/** Share of its requests that a pod's containers use, such as `0.9`; by annotation, for what should look busy. */
const CPU_USAGE_ANNOTATION = 'sandbox.aiops-portal.io/cpu-usage';
/** As for cpu. */
const MEMORY_USAGE_ANNOTATION = 'sandbox.aiops-portal.io/memory-usage';

const IDLE_CPU = 0.015;
const IDLE_MEMORY = 48 * 2 ** 20;
const SWING_MS = 20 * 60_000;

/** What something uses: cores and bytes. */
export interface Use {
  cpu: number;
  memory: number;
}

/**
 * What a running container uses: what its visitors make it do, up to its
 * limit, or a part of what it asked for, that rises and falls over twenty minutes.
 */
export function containerUse(
  pod: KubeObject,
  container: any,
  programs: Programs,
  now: Date,
): Use {
  const seed = hashFraction(`${pod.metadata.uid}/${container.name}`);
  const wave =
    1 + 0.15 * Math.sin((now.getTime() / SWING_MS + seed) * 2 * Math.PI);
  const annotations = pod.metadata.annotations ?? {};
  const share = (annotation: string, usual: number) =>
    annotations[annotation] === undefined
      ? usual * wave
      : Number(annotations[annotation]) || 0;
  const { requests = {}, limits = {} } = container.resources ?? {};
  const cpuBase = quantity(requests.cpu) || IDLE_CPU * 3;
  const memoryBase = quantity(requests.memory) || IDLE_MEMORY * 1.5;
  const fault = programs.faultOf(pod, container);
  const demand = programs.demandOf(pod, container, now);
  const cpu =
    demand.cpu === undefined
      ? cpuBase * share(CPU_USAGE_ANNOTATION, 0.15 + 0.25 * seed)
      : Math.min(
          IDLE_CPU + demand.cpu,
          // The kernel holds it back a little before the limit.
          cpuAllowed(container) * (0.965 + 0.2 * (wave - 1) ** 2),
        );
  const usual =
    demand.memory === undefined
      ? memoryBase * share(MEMORY_USAGE_ANNOTATION, 0.45 + 0.25 * seed)
      : demand.memory * (1 + 0.2 * (wave - 1));
  const memory =
    fault?.memory && limits.memory
      ? quantity(limits.memory) * fault.memory
      : usual;
  return {
    cpu: limits.cpu ? Math.min(cpu, quantity(limits.cpu)) : cpu,
    memory: limits.memory ? Math.min(memory, quantity(limits.memory)) : memory,
  };
}

const running = (pod: KubeObject) =>
  pod.spec.containers.filter((container: any) =>
    pod.status?.containerStatuses?.some(
      (one: any) => one.name === container.name && one.state?.running,
    ),
  );

const written = ({ cpu, memory }: Use) => ({
  cpu: `${Math.round(cpu * 1e9)}n`,
  memory: `${Math.round(memory / 1024)}Ki`,
});

/** metrics.k8s.io PodMetrics, or undefined for a pod of which nothing runs. */
export function podMetrics(
  pod: KubeObject,
  programs: Programs,
  now: Date,
): KubeObject | undefined {
  const containers = running(pod);
  if (!containers.length || programs.isCut(pod.spec.nodeName)) {
    return undefined;
  }
  return {
    kind: 'PodMetrics',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: {
      name: pod.metadata.name,
      namespace: pod.metadata.namespace,
      creationTimestamp: timestamp(now),
      labels: pod.metadata.labels,
    },
    timestamp: timestamp(now),
    window: '15s',
    containers: containers.map((container: any) => ({
      name: container.name,
      usage: written(containerUse(pod, container, programs, now)),
    })),
  };
}

/** metrics.k8s.io NodeMetrics: the node's pods and itself; undefined for a node that nobody reaches. */
export function nodeMetrics(
  node: KubeObject,
  { store, programs }: Pick<Resources, 'store' | 'programs'>,
  now: Date,
): KubeObject | undefined {
  if (programs.isCut(node.metadata.name)) {
    return undefined;
  }
  const total: Use = { cpu: 0.12, memory: 900 * 2 ** 20 };
  for (const pod of store.list('v1/Pod')) {
    if (pod.spec.nodeName === node.metadata.name) {
      for (const container of running(pod)) {
        const use = containerUse(pod, container, programs, now);
        total.cpu += use.cpu;
        total.memory += use.memory;
      }
    }
  }
  return {
    kind: 'NodeMetrics',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: {
      name: node.metadata.name,
      creationTimestamp: timestamp(now),
      labels: node.metadata.labels,
    },
    timestamp: timestamp(now),
    window: '10s',
    usage: written(total),
  };
}

import { containerUse } from './metrics';
import type { Resources } from './resources/Resources';
import { timestamp } from './resources/time';
import type { KubeObject } from './types';
import { quantity } from './values/quantity';
import { hashFraction } from './values/random';

/** A disk has about so many bytes for each of its inodes. */
const BYTES_PER_INODE = 16_384;
const GIB = 2 ** 30;
/** What the machine itself uses: cores and bytes. */
const SYSTEM = { cpu: 0.12, memory: 900 * 2 ** 20 };

type Parts = Pick<Resources, 'store' | 'programs'>;

/**
 * What the kubelet of a node tells at `/stats/summary`: what its pods use of
 * processor, memory and, by volume, of disks.
 *
 * Source: k8s.io/kubelet/pkg/apis/stats/v1alpha1.
 */
export function nodeStats(node: KubeObject, parts: Parts, now: Date): unknown {
  const { name } = node.metadata;
  const time = timestamp(now);
  const pods = parts.store
    .list('v1/Pod')
    .filter(
      pod => pod.spec.nodeName === name && pod.status?.phase === 'Running',
    )
    .map(pod => podStats(pod, parts, now));
  const sum = (of: (pod: (typeof pods)[number]) => number) =>
    pods.reduce((total, pod) => total + of(pod), 0);
  const memory = quantity(node.status.capacity.memory);
  return {
    node: {
      nodeName: name,
      startTime: node.metadata.creationTimestamp,
      cpu: cpuStats(
        SYSTEM.cpu + sum(pod => pod.cpu.usageNanoCores / 1e9),
        time,
      ),
      memory: memoryStats(
        SYSTEM.memory + sum(pod => pod.memory.workingSetBytes),
        memory,
        time,
      ),
      fs: diskStats(
        {
          capacity: quantity(node.status.capacity['ephemeral-storage']),
          used: 18 * GIB + Math.round(9 * GIB * hashFraction(name)),
        },
        time,
      ),
    },
    pods,
  };
}

function podStats(pod: KubeObject, { programs }: Parts, now: Date) {
  const time = timestamp(now);
  const containers = pod.spec.containers.flatMap((container: any) => {
    const status = pod.status.containerStatuses?.find(
      (one: any) => one.name === container.name,
    );
    if (!status?.state?.running) {
      return [];
    }
    const { cpu, memory } = containerUse(pod, container, programs, now);
    return [
      {
        name: container.name,
        startTime: status.state.running.startedAt,
        cpu: cpuStats(cpu, time),
        memory: memoryStats(
          memory,
          quantity(container.resources?.limits?.memory),
          time,
        ),
      },
    ];
  });
  const total = (of: (one: any) => number): number =>
    containers.reduce((sum: number, one: any) => sum + of(one), 0);
  const { name, namespace, uid } = pod.metadata;
  return {
    podRef: { name, namespace, uid },
    startTime: pod.status.startTime,
    containers,
    cpu: cpuStats(total(one => one.cpu.usageNanoCores) / 1e9, time),
    memory: memoryStats(
      total(one => one.memory.workingSetBytes),
      0,
      time,
    ),
    volume: [...programs.disks.claimsOf(pod)].map(([volume, claim]) => ({
      ...diskStats(programs.disks.use(claim), time),
      name: volume,
      pvcRef: { name: claim.metadata.name, namespace },
    })),
  };
}

function cpuStats(cores: number, time: string) {
  return { time, usageNanoCores: Math.round(cores * 1e9) };
}

function memoryStats(used: number, limit: number, time: string) {
  const bytes = Math.round(used);
  return {
    time,
    ...(limit && { availableBytes: Math.max(0, Math.round(limit) - bytes) }),
    usageBytes: bytes,
    workingSetBytes: bytes,
    rssBytes: Math.round(bytes * 0.9),
  };
}

function diskStats(
  { capacity, used }: { capacity: number; used: number },
  time: string,
) {
  const inodes = Math.round(capacity / BYTES_PER_INODE);
  const inodesUsed = Math.min(inodes, Math.round(used / 65_536));
  return {
    time,
    availableBytes: capacity - used,
    capacityBytes: capacity,
    usedBytes: used,
    inodesFree: inodes - inodesUsed,
    inodes,
    inodesUsed,
  };
}

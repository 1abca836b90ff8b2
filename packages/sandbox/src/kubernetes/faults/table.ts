import type { KubeObject } from '../types';
import { quantity } from '../values/quantity';

/** Names the fault that a pod suffers from. */
const FAULT_ANNOTATION = 'sandbox.aiops-portal.io/fault';
/** The memory without which the fault `oom` strikes; without it, it always does. */
const MEMORY_NEEDED_ANNOTATION = 'sandbox.aiops-portal.io/memory-needed';

/** How something goes wrong, for every part that shows it: kubelet, events, logs, metrics. */
export interface Fault {
  name: string;
  /** Images that have this fault without being told. */
  images?: RegExp;
  /** The image can't be fetched. */
  pull?: {
    message(image: string): string;
    /** Of gRPC; `NotFound` unless given. */
    code?: string;
  };
  /** The container ends by itself. */
  exit?: {
    afterMs: number;
    code: number;
    reason: string;
    /** It ends before it is ready. */
    unready?: boolean;
  };
  /** A probe that never succeeds. */
  probe?: {
    failing: Array<'readiness' | 'liveness'>;
    message: string;
  };
  /** What the container says at its start. */
  log?: string[];
  /** What it says again and again, instead of what it usually does. */
  lines?: string[];
  /** Share of its memory limit that it uses. */
  memory?: number;
  /** Whether it strikes this container of this pod; always, when absent. */
  strikes?(pod: KubeObject, container: any): boolean;
}

/** The ways of failing, one each. */
const FAULTS: Fault[] = [
  {
    name: 'oom',
    exit: { afterMs: 3_000, code: 137, reason: 'OOMKilled' },
    memory: 0.98,
    log: [
      'Loading dataset into memory',
      'Cache warmed with 1048576 entries',
      'Heap usage is at 96 % of the limit',
    ],
    strikes(pod, container) {
      const needed = pod.metadata.annotations?.[MEMORY_NEEDED_ANNOTATION];
      const limit = container.resources?.limits?.memory;
      return needed === undefined || limit === undefined
        ? limit !== undefined || needed === undefined
        : quantity(limit) < quantity(needed);
    },
  },
  {
    name: 'crash',
    exit: { afterMs: 400, code: 1, reason: 'Error' },
    log: [
      'Reading configuration',
      'Error: required setting DATABASE_URL is missing',
      'Shutting down',
    ],
  },
  {
    name: 'pull',
    images: /(^registry\.invalid\/|:does-not-exist$|:missing$)/,
    pull: {
      message: image =>
        `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`,
    },
  },
  {
    name: 'probe',
    probe: {
      failing: ['readiness', 'liveness'],
      message: 'HTTP probe failed with statuscode: 503',
    },
    log: ['Listening, but the service behind this one does not answer'],
  },
];

/** The fault that strikes a container by its pod's annotation or its image's name. */
export function annotatedFault(
  pod: KubeObject,
  container: any,
): Fault | undefined {
  const named = pod.metadata.annotations?.[FAULT_ANNOTATION];
  const fault = FAULTS.find(
    one =>
      one.name === named || (one.images && one.images.test(container.image)),
  );
  return fault && (fault.strikes?.(pod, container) ?? true) ? fault : undefined;
}

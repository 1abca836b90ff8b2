import {
  formatBytes,
  formatCpu,
  type ChosenIntent,
} from '@aiops-portal/plugin-aiops-agent-node';
import { isMain } from './containers';
import type { Container, Subject } from './subject';
import { say } from '../words';

const MI = 2 ** 20;
const GI = 2 ** 30;
/** Sizes that people choose, in bytes; beyond them whole multiples of 8 Gi. */
const MEMORY_STEPS = [
  64 * MI,
  128 * MI,
  192 * MI,
  256 * MI,
  384 * MI,
  512 * MI,
  768 * MI,
  GI,
  1.5 * GI,
  2 * GI,
  3 * GI,
  4 * GI,
  6 * GI,
  8 * GI,
];
/** In cores; beyond them whole even numbers. */
const CPU_STEPS = [0.1, 0.2, 0.25, 0.5, 1, 2, 4];
/** More copies than this at once is a decision for people who know why. */
const MOST_COPIES = 10;

/** What mends a finding, or who can. */
export interface Remedy {
  fix?: ChosenIntent[];
  ask?: string;
}

/** About twice the memory, as a size that people would choose. */
export function largerMemory(bytes: number): string {
  const wanted = 2 * bytes;
  return formatBytes(
    MEMORY_STEPS.find(step => step >= wanted) ??
      Math.ceil(wanted / (8 * GI)) * 8 * GI,
  );
}

/** About twice the processor, as a size that people would choose. */
export function largerCpu(cores: number): string {
  const wanted = 2 * cores - 1e-9;
  return formatCpu(
    CPU_STEPS.find(step => step >= wanted) ?? Math.ceil(wanted / 2) * 2,
  );
}

/** More memory for each copy, unless more is on its way already. */
export function moreMemory(
  subject: Subject,
  container: Container,
  limit: number,
): Remedy {
  const waiting = alreadyWritten(container, 'memory', limit);
  if (waiting !== undefined) {
    return {
      ask: say`A larger limit of ${formatBytes(
        waiting,
      )} is in Git already; it helps once it has been rolled out.`,
    };
  }
  if (!isMain(container, subject)) {
    return {
      ask: say`Somebody who knows ${subject.title} can give the container ${container.spec.name} more memory in Git.`,
    };
  }
  return {
    fix: [resize(subject, { memory: largerMemory(limit) })],
  };
}

/** Twice the copies where that works, and twice the processor for each. */
export function moreCpu(
  subject: Subject,
  container: Container,
  limit: number,
): Remedy {
  const waiting = alreadyWritten(container, 'cpu', limit);
  if (waiting !== undefined) {
    return {
      ask: say`A larger limit of ${formatCpu(
        waiting,
      )} is in Git already; it helps once it has been rolled out.`,
    };
  }
  if (!isMain(container, subject)) {
    return {
      ask: say`Somebody who knows ${subject.title} can give the container ${container.spec.name} more processor time in Git.`,
    };
  }
  const { thing } = subject;
  const { kind, replicas } = container.workload.written;
  // Copies that share nothing can be more; a database can't just be two.
  const scales =
    kind === 'Deployment' &&
    thing.role === 'application' &&
    thing.volumes.length === 0 &&
    replicas > 0 &&
    2 * replicas <= MOST_COPIES;
  return {
    fix: [
      ...(scales
        ? [
            {
              intent: 'scale_application',
              params: { application: thing.name, replicas: 2 * replicas },
            },
          ]
        : []),
      resize(subject, { cpu: largerCpu(limit) }),
    ],
  };
}

function resize(
  { thing }: Subject,
  amounts: { cpu?: string; memory?: string },
): ChosenIntent {
  return {
    intent: 'resize_application',
    params: { application: thing.name, ...amounts },
  };
}

/** What Git says, where it is more than what the cluster runs with. */
function alreadyWritten(
  { workload, spec }: Container,
  resource: 'cpu' | 'memory',
  limit: number,
): number | undefined {
  const written = workload.written.containers.find(
    ({ name }) => name === spec.name,
  )?.limits[resource];
  return written !== undefined && written > limit * 1.001 ? written : undefined;
}

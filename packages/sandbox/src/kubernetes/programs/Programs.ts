import { annotatedFault, type Fault } from '../faults';
import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject, SandboxClock } from '../types';
import { quantity } from '../values/quantity';
import { memoryOf, noRegistry, programFault } from './causes';
import { Disks } from './Disks';
import { cpuAllowed } from './pressure';
import { Traffic } from './Traffic';
import type { Disturbances, Program, ProgramTables } from './types';

/** Beyond so many times of what it can do, it doesn't even answer its health check in time. */
const OVERRUN = 4;

/** What a program takes of its machine: cores and bytes. */
export interface Demand {
  /** What it would use without a limit. */
  cpu?: number;
  memory?: number;
}

/**
 * What runs in the containers, as far as one can see it from outside: what
 * goes wrong with it, what it uses and how busy it is.
 */
export class Programs {
  readonly traffic: Traffic;
  readonly disks: Disks;
  private disturbances: Disturbances = {};
  private readonly listeners = new Set<() => void>();
  private readonly byImage: Map<string, Program>;

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: SandboxClock,
    { programs = [], visitors = [] }: ProgramTables = {},
  ) {
    this.byImage = new Map(programs.map(one => [one.image, one]));
    this.disks = new Disks(store);
    this.traffic = new Traffic(visitors, store, () => clock.now());
  }

  /** What is out of the ordinary from now on; replaces what was. */
  disturb(disturbances: Disturbances): void {
    const before = Object.keys(this.disturbances.visitors ?? {});
    this.disturbances = disturbances;
    this.disks.written = disturbances.written ?? {};
    const { visitors = {} } = disturbances;
    for (const app of new Set([...before, ...Object.keys(visitors)])) {
      this.traffic.multiply(app, visitors[app] ?? 1);
    }
    this.listeners.forEach(listener => listener());
  }

  /** Calls back after each change of what is out of the ordinary; returns how to stop. */
  onDisturbance(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether nobody reaches a node. */
  isCut(node: string | undefined): boolean {
    return this.disturbances.nodes?.includes(node ?? '') ?? false;
  }

  /** Whether it may change how a container fares while nothing in the cluster does. */
  knows(container: any): boolean {
    return this.programOf(container) !== undefined;
  }

  /** What goes wrong with a container, if anything does. */
  faultOf(pod: KubeObject, container: any): Fault | undefined {
    const annotated = annotatedFault(pod, container);
    const program = this.programOf(container);
    if (annotated || !program) {
      return annotated;
    }
    const { store, disks, disturbances } = this;
    return (
      programFault({ program, pod, container, store, disks, disturbances }) ??
      this.overrun(program, pod, container)
    );
  }

  /** What keeps a container's image from being fetched, if anything does. */
  pullFaultOf(pod: KubeObject, container: any): Fault['pull'] {
    return (
      noRegistry(container, this.disturbances) ?? this.faultOf(pod, container)
    )?.pull;
  }

  /** What a container wants; nothing for what isn't known. */
  demandOf(pod: KubeObject, container: any, at: Date): Demand {
    const program = this.programOf(container);
    const requests = this.traffic.perCopy(pod, at);
    const { disturbances } = this;
    const memory = program && memoryOf({ program, pod, disturbances });
    return {
      cpu:
        program?.requestMs !== undefined && requests !== undefined
          ? (requests * program.requestMs) / 1000
          : undefined,
      memory: memory && quantity(memory.usual),
    };
  }

  /** What is wanted of the processor time that a container may use: 1 is all of it; undefined for what has no visitors. */
  pressureOn(pod: KubeObject, container: any, at: Date): number | undefined {
    const { cpu } = this.demandOf(pod, container, at);
    return cpu === undefined ? undefined : cpu / cpuAllowed(container);
  }

  private programOf(container: any): Program | undefined {
    return this.byImage.get(String(container.image).replace(/[:@][^/]*$/, ''));
  }

  private overrun(
    { requestMs = 0 }: Program,
    pod: KubeObject,
    container: any,
  ): Fault | undefined {
    const requests = this.traffic.perRunning(pod, this.clock.now());
    const wanted = (requests * requestMs) / 1000;
    return wanted > OVERRUN * cpuAllowed(container)
      ? {
          name: 'overrun',
          probe: {
            failing: ['readiness'],
            message: `Get "http://${pod.status?.podIP}:${
              container.ports?.[0]?.containerPort ?? 80
            }/healthz": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
          },
        }
      : undefined;
  }
}

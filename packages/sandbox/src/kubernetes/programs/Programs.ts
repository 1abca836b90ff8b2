import { annotatedFault, type Fault } from '../faults';
import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject, SandboxClock } from '../types';
import { quantity } from '../values/quantity';
import { programFault } from './causes';
import { cpuAllowed } from './pressure';
import { Traffic } from './Traffic';
import type { Program, ProgramTables } from './types';

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
  private readonly byImage: Map<string, Program>;

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: SandboxClock,
    { programs = [], visitors = [] }: ProgramTables = {},
  ) {
    this.byImage = new Map(programs.map(one => [one.image, one]));
    this.traffic = new Traffic(visitors, store, () => clock.now());
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
    const { store } = this;
    return (
      programFault({ program, pod, container, store }) ??
      this.overrun(program, pod, container)
    );
  }

  /** What a container wants; nothing for what isn't known. */
  demandOf(pod: KubeObject, container: any, at: Date): Demand {
    const program = this.programOf(container);
    const requests = this.traffic.perCopy(pod, at);
    return {
      cpu:
        program?.requestMs !== undefined && requests !== undefined
          ? (requests * program.requestMs) / 1000
          : undefined,
      memory: program?.memory && quantity(program.memory.usual),
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

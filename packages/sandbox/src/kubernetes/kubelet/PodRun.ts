import type { KubeObject } from '../types';
import type { Condition } from '../controllers/conditions';
import { ContainerRun, type ContainerSurroundings } from './ContainerRun';
import { volumesProblem } from './references';
import type { KubeletTiming } from './timing';

const RECHECK_MS = 2_000;

/** A pod's containers on their node: first those that prepare, one by one, then the others together. */
export class PodRun {
  /** Milliseconds since the epoch: when there is something to do next. */
  due = 0;
  /** Milliseconds since the epoch: when it has stopped, once asked to. */
  stopping?: number;
  private volumesMissing?: string;
  private readonly preparing: ContainerRun[];
  private readonly main: ContainerRun[];
  private readonly restart: 'Always' | 'OnFailure' | 'Never';

  /** Goes on from the pod's status, which may be that of an earlier process of the sandbox. */
  constructor(pod: KubeObject, timing: KubeletTiming) {
    const { restartPolicy } = pod.spec;
    this.restart = restartPolicy;
    const found = (list: any[] | undefined, name: string) =>
      list?.find(one => one.name === name);
    this.preparing = (pod.spec.initContainers ?? []).map((spec: any) => {
      const sidecar = spec.restartPolicy === 'Always';
      return ContainerRun.from(
        new ContainerRun(
          spec,
          !sidecar,
          restartPolicy === 'Never' && !sidecar ? 'Never' : 'Always',
          sidecar,
        ),
        found(pod.status?.initContainerStatuses, spec.name),
        timing,
      );
    });
    this.main = pod.spec.containers.map((spec: any) =>
      ContainerRun.from(
        new ContainerRun(spec, restartPolicy !== 'Always', restartPolicy),
        found(pod.status?.containerStatuses, spec.name),
        timing,
      ),
    );
  }

  /** True once a container has run. */
  get begun(): boolean {
    return [...this.preparing, ...this.main].some(
      one => one.running || one.ended || one.restarts > 0,
    );
  }

  /** True while something is missing that may come. */
  get blocked(): boolean {
    return !this.main.every(one => one.running || one.ended);
  }

  /** Looks again at once at what it waits for. */
  wake(): void {
    this.due = 0;
    [...this.preparing, ...this.main].forEach(one => one.wake());
  }

  /** Does what is due. */
  advance(pod: KubeObject, around: ContainerSurroundings): void {
    const now = around.now.getTime();
    if (!this.begun) {
      const problem = volumesProblem(around.store, pod);
      if (problem) {
        if (problem !== this.volumesMissing || now >= this.due) {
          around.tell('Warning', 'FailedMount', problem);
          this.due = now + RECHECK_MS;
        }
        this.volumesMissing = problem;
        return;
      }
    }
    this.volumesMissing = undefined;
    const active: ContainerRun[] = [];
    for (const container of this.preparing) {
      container.advance(pod, around);
      active.push(container);
      if (!isPrepared(container)) {
        break;
      }
    }
    if (this.prepared()) {
      for (const container of this.main) {
        container.advance(pod, around);
        active.push(container);
      }
    }
    this.due = Math.min(...active.map(one => one.due));
  }

  /** The pod's phase by its containers. */
  phase(): string {
    const failedPreparation = this.preparing.some(
      one => one.ended && one.exitCode !== 0,
    );
    if (failedPreparation) {
      return 'Failed';
    }
    if (this.restart !== 'Always' && this.main.every(one => one.ended)) {
      return this.main.every(one => one.exitCode === 0)
        ? 'Succeeded'
        : 'Failed';
    }
    return this.main.some(one => one.running || one.ended || one.restarts > 0)
      ? 'Running'
      : 'Pending';
  }

  /** The pod's conditions, but for `PodScheduled`. */
  conditions(): Condition[] {
    const phase = this.phase();
    const unprepared = this.preparing
      .filter(one => !isPrepared(one))
      .map(one => one.spec.name);
    const unready = this.main
      .filter(one => !one.ready)
      .map(one => one.spec.name);
    const done = phase === 'Succeeded' ? 'PodCompleted' : undefined;
    const readiness = (type: string): Condition =>
      unready.length
        ? {
            type,
            status: 'False',
            reason: done ?? 'ContainersNotReady',
            message: done
              ? undefined
              : `containers with unready status: [${unready.join(' ')}]`,
          }
        : { type, status: 'True', reason: undefined, message: undefined };
    return [
      {
        type: 'PodReadyToStartContainers',
        status: this.volumesMissing ? 'False' : 'True',
      },
      unprepared.length
        ? {
            type: 'Initialized',
            status: 'False',
            reason: 'ContainersNotInitialized',
            message: `containers with incomplete status: [${unprepared.join(
              ' ',
            )}]`,
          }
        : {
            type: 'Initialized',
            status: 'True',
            reason: done,
            message: undefined,
          },
      readiness('Ready'),
      readiness('ContainersReady'),
    ];
  }

  /** `containerStatuses` and `initContainerStatuses`. */
  statuses(pod: KubeObject): Record<string, unknown> {
    const waiting = (one: any) =>
      this.prepared() || one.state.waiting === undefined
        ? one
        : { ...one, state: { waiting: { reason: 'PodInitializing' } } };
    return {
      ...(this.preparing.length && {
        initContainerStatuses: this.preparing.map(one => one.status(pod)),
      }),
      containerStatuses: this.main.map(one => waiting(one.status(pod))),
    };
  }

  private prepared(): boolean {
    return this.preparing.every(isPrepared);
  }
}

function isPrepared(container: ContainerRun): boolean {
  return container.ended
    ? container.exitCode === 0
    : container.running &&
        container.ready &&
        container.spec.restartPolicy === 'Always';
}

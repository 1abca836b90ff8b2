import type { Programs } from '../programs';
import { timestamp } from '../resources/time';
import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';
import { environmentProblem } from './references';
import type { KubeletTiming } from './timing';
import { containerId, imageId, imageSize } from './images';

const LONGEST_BACKOFF_MS = 300_000;
const RECHECK_MS = 2_000;
const REST_MS = 3_600_000;
/** How often one that is well is looked at, whose surroundings may make it ill. */
const PROBE_MS = 10_000;

type Stage =
  | 'new'
  | 'pulling'
  | 'pull-failed'
  | 'creating'
  | 'starting'
  | 'running'
  | 'resting'
  | 'ended';

/** What a container needs from its node. */
export interface ContainerSurroundings {
  store: ObjectStore;
  programs: Programs;
  timing: KubeletTiming;
  now: Date;
  /** Whether the node has the image already. */
  hasImage(image: string): boolean;
  keepImage(image: string): void;
  tell(type: 'Normal' | 'Warning', reason: string, message: string): void;
}

/** One container's life on its node, moved forward by `advance`. */
export class ContainerRun {
  ready = false;
  restarts = 0;
  /** Milliseconds since the epoch: when there is something to do next. */
  due = 0;
  private stage: Stage = 'new';
  private waiting = { reason: 'ContainerCreating', message: '' };
  private startedAt?: Date;
  private terminated?: any;
  private last?: any;
  private pullFailures = 0;
  private probeFailures = 0;
  /** Milliseconds since the epoch: when it is asked again, having failed. */
  private nextProbe = 0;

  constructor(
    readonly spec: any,
    /** Whether it is meant to end by itself: an init container, or one of a job. */
    private readonly ends: boolean,
    private readonly restart: 'Always' | 'OnFailure' | 'Never',
    private readonly sidecar = false,
  ) {}

  /** Takes up a life that an earlier process of the sandbox began. */
  static from(
    run: ContainerRun,
    status: any,
    timing: KubeletTiming,
  ): ContainerRun {
    if (!status) {
      return run;
    }
    run.restarts = status.restartCount ?? 0;
    run.ready = status.ready ?? false;
    run.last = status.lastState?.terminated;
    const { running, terminated, waiting } = status.state ?? {};
    if (running) {
      run.stage = 'running';
      run.startedAt = new Date(running.startedAt);
    } else if (terminated) {
      run.stage = 'ended';
      run.terminated = terminated;
      run.due = Infinity;
    } else if (waiting?.reason === 'CrashLoopBackOff') {
      run.stage = 'resting';
      run.waiting = { reason: waiting.reason, message: waiting.message };
      run.due = Date.parse(run.last?.finishedAt) + run.backoff(timing);
    }
    return run;
  }

  /** True when it ended and stays so. */
  get ended(): boolean {
    return this.stage === 'ended';
  }

  get running(): boolean {
    return this.stage === 'running';
  }

  get exitCode(): number | undefined {
    return this.stage === 'ended' ? this.terminated?.exitCode : undefined;
  }

  /** Does what is due. */
  advance(pod: KubeObject, around: ContainerSurroundings): void {
    for (
      let steps = 0;
      steps < 20 && this.due <= around.now.getTime();
      steps++
    ) {
      this.step(pod, around);
    }
  }

  /** Looks again at once at what it waits for, when that is a ConfigMap or Secret. */
  wake(): void {
    if (
      this.waiting.reason === 'CreateContainerConfigError' &&
      this.stage === 'creating'
    ) {
      this.due = 0;
    }
  }

  /** Its entry in `containerStatuses`. */
  status(pod: KubeObject): unknown {
    const { name, image } = this.spec;
    const id = containerId(pod.metadata.uid!, name, this.restarts);
    const begun = this.startedAt !== undefined;
    return {
      name,
      image,
      imageID: begun ? imageId(image) : '',
      ...(begun && { containerID: id }),
      ready: this.ready,
      started: this.stage === 'running',
      restartCount: this.restarts,
      state: this.state(),
      lastState: this.last ? { terminated: this.last } : {},
    };
  }

  private state(): unknown {
    if (this.stage === 'running') {
      return { running: { startedAt: timestamp(this.startedAt!) } };
    }
    if (this.stage === 'ended') {
      return { terminated: this.terminated };
    }
    const { reason, message } = this.waiting;
    return { waiting: { reason, ...(message && { message }) } };
  }

  private step(pod: KubeObject, around: ContainerSurroundings): void {
    switch (this.stage) {
      case 'new':
        this.pull(around);
        break;
      case 'pulling':
        this.finishPull(pod, around);
        break;
      case 'pull-failed':
        this.waitToPullAgain(around);
        break;
      case 'creating':
        this.create(pod, around);
        break;
      case 'starting':
        this.run(pod, around);
        break;
      case 'running':
        this.live(pod, around);
        break;
      case 'resting':
        this.restarts++;
        this.stage = 'new';
        break;
      default:
        this.due = Infinity;
    }
  }

  private pull({ hasImage, timing, now, tell }: ContainerSurroundings): void {
    const { image, imagePullPolicy } = this.spec;
    const present = hasImage(image) && this.pullFailures === 0;
    if (present && imagePullPolicy !== 'Always') {
      tell(
        'Normal',
        'Pulled',
        `Container image "${image}" already present on machine`,
      );
      this.stage = 'creating';
      return;
    }
    tell('Normal', 'Pulling', `Pulling image "${image}"`);
    this.stage = 'pulling';
    this.due = now.getTime() + (present ? timing.pullMs / 4 : timing.pullMs);
  }

  private finishPull(pod: KubeObject, around: ContainerSurroundings): void {
    const { now, tell, timing, keepImage, programs } = around;
    const { image } = this.spec;
    const fault = programs.pullFaultOf(pod, this.spec);
    if (fault) {
      const message = `rpc error: code = ${
        fault.code ?? 'NotFound'
      } desc = ${fault.message(image)}`;
      tell('Warning', 'Failed', `Failed to pull image "${image}": ${message}`);
      tell('Warning', 'Failed', 'Error: ErrImagePull');
      this.waiting = { reason: 'ErrImagePull', message };
      this.stage = 'pull-failed';
      this.pullFailures++;
      this.due = now.getTime() + RECHECK_MS;
      return;
    }
    keepImage(image);
    this.pullFailures = 0;
    const took = `${timing.pullMs}ms`;
    tell(
      'Normal',
      'Pulled',
      `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: ${imageSize(
        image,
      )} bytes.`,
    );
    this.stage = 'creating';
  }

  private waitToPullAgain({ now, tell, timing }: ContainerSurroundings): void {
    if (this.waiting.reason === 'ImagePullBackOff') {
      this.stage = 'new';
      return;
    }
    const { image } = this.spec;
    const message = `Back-off pulling image "${image}"`;
    tell('Normal', 'BackOff', message);
    tell('Warning', 'Failed', 'Error: ImagePullBackOff');
    this.waiting = {
      reason: 'ImagePullBackOff',
      message: `${message}: ErrImagePull: ${this.waiting.message}`,
    };
    this.due =
      now.getTime() +
      Math.min(
        timing.backoffMs * 2 ** (this.pullFailures - 1),
        LONGEST_BACKOFF_MS,
      );
  }

  private create(pod: KubeObject, around: ContainerSurroundings): void {
    const problem = environmentProblem(around.store, pod, this.spec);
    if (problem) {
      around.tell('Warning', 'Failed', `Error: ${problem}`);
      this.waiting = { reason: 'CreateContainerConfigError', message: problem };
      this.due = around.now.getTime() + RECHECK_MS;
      return;
    }
    this.stage = 'starting';
    this.due = around.now.getTime() + around.timing.startMs;
  }

  private run(
    pod: KubeObject,
    { now, tell, timing, programs }: ContainerSurroundings,
  ): void {
    const { name } = this.spec;
    tell('Normal', 'Created', `Created container: ${name}`);
    tell('Normal', 'Started', `Started container ${name}`);
    this.stage = 'running';
    this.startedAt = now;
    this.probeFailures = 0;
    this.nextProbe = 0;
    this.waiting = { reason: 'ContainerCreating', message: '' };
    const probe = this.spec.readinessProbe ?? this.spec.startupProbe;
    this.due = now.getTime() + (probe ? timing.readyMs : 0);
    const exit = programs.faultOf(pod, this.spec)?.exit;
    if (exit && !probe) {
      this.due = Math.min(this.due, now.getTime() + exit.afterMs);
    }
  }

  private live(pod: KubeObject, around: ContainerSurroundings): void {
    const { now, timing, programs } = around;
    const fault = programs.faultOf(pod, this.spec);
    const age = now.getTime() - this.startedAt!.getTime();
    if (fault?.exit && age >= fault.exit.afterMs) {
      this.end(fault.exit.code, fault.exit.reason, pod, around);
      return;
    }
    const lifetime =
      fault?.exit?.afterMs ?? (this.ends ? timing.taskMs : undefined);
    if (lifetime !== undefined && !fault?.exit && age >= lifetime) {
      this.end(0, 'Completed', pod, around);
      return;
    }
    const probing = fault?.probe?.failing.some(
      kind => this.spec[`${kind}Probe`],
    );
    if (probing) {
      this.failProbes(fault!.probe!, pod, around);
      return;
    }
    this.probeFailures = 0;
    this.nextProbe = 0;
    this.ready = !fault?.exit?.unready;
    this.due =
      lifetime === undefined
        ? now.getTime() + (programs.knows(this.spec) ? PROBE_MS : REST_MS)
        : this.startedAt!.getTime() + lifetime;
  }

  private failProbes(
    fault: { failing: string[]; message: string },
    pod: KubeObject,
    around: ContainerSurroundings,
  ): void {
    const { readinessProbe, livenessProbe, name } = this.spec;
    const now = around.now.getTime();
    // That it is well again is noticed sooner than it would be by its probes.
    this.due = now + RECHECK_MS;
    if (now < this.nextProbe) {
      return;
    }
    this.probeFailures++;
    if (readinessProbe && fault.failing.includes('readiness')) {
      around.tell(
        'Warning',
        'Unhealthy',
        `Readiness probe failed: ${fault.message}`,
      );
      // One that is ready may miss a few before visitors are sent elsewhere.
      this.ready &&= this.probeFailures < readinessProbe.failureThreshold;
    } else {
      this.ready = true;
    }
    if (livenessProbe && fault.failing.includes('liveness')) {
      around.tell(
        'Warning',
        'Unhealthy',
        `Liveness probe failed: ${fault.message}`,
      );
      if (this.probeFailures >= livenessProbe.failureThreshold) {
        around.tell(
          'Normal',
          'Killing',
          `Container ${name} failed liveness probe, will be restarted`,
        );
        this.end(137, 'Error', pod, around);
        return;
      }
    }
    const periods = fault.failing.flatMap(
      kind => this.spec[`${kind}Probe`]?.periodSeconds ?? [],
    );
    this.nextProbe = now + Math.min(...periods) * 1000;
  }

  private end(
    exitCode: number,
    reason: string,
    pod: KubeObject,
    { now, tell, timing }: ContainerSurroundings,
  ): void {
    const terminated = {
      exitCode,
      reason,
      startedAt: timestamp(this.startedAt!),
      finishedAt: timestamp(now),
      containerID: containerId(
        pod.metadata.uid!,
        this.spec.name,
        this.restarts,
      ),
    };
    this.ready =
      this.ends && exitCode === 0 && !this.sidecar && this.restart === 'Always';
    const again =
      this.restart === 'Always'
        ? !this.ends || exitCode !== 0
        : this.restart === 'OnFailure' && exitCode !== 0;
    if (!again) {
      this.stage = 'ended';
      this.terminated = terminated;
      this.due = Infinity;
      return;
    }
    this.last = terminated;
    this.stage = 'resting';
    if (this.restarts === 0) {
      this.due = now.getTime();
      return;
    }
    const { name } = this.spec;
    const pause = this.backoff(timing);
    const where = `${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})`;
    this.waiting = {
      reason: 'CrashLoopBackOff',
      message: `back-off ${duration(
        pause,
      )} restarting failed container=${name} pod=${where}`,
    };
    tell(
      'Warning',
      'BackOff',
      `Back-off restarting failed container ${name} in pod ${where}`,
    );
    this.due = now.getTime() + pause;
  }

  private backoff(timing: KubeletTiming): number {
    return Math.min(
      timing.backoffMs * 2 ** Math.max(0, this.restarts - 1),
      LONGEST_BACKOFF_MS,
    );
  }
}

/** Milliseconds as Go writes a duration: `10s`, `2m40s`. */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}

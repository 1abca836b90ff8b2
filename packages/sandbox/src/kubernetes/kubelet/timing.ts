/** How long the steps of a pod's life take, in milliseconds of sandbox time. */
export interface KubeletTiming {
  /** Fetching an image that no pod on the node has used yet. */
  pullMs: number;
  /** From the image to the running container. */
  startMs: number;
  /** From the running container to the first readiness probe that succeeds. */
  readyMs: number;
  /** How long a container takes to stop when asked. */
  stopMs: number;
  /** How long a container runs that is meant to end, in a job or before the others. */
  taskMs: number;
  /** The first pause before a container that ended is started again; each further one is twice as long, up to 5 minutes. */
  backoffMs: number;
}

/** Quick enough that a small app is live within two seconds. */
export const DEFAULT_TIMING: KubeletTiming = {
  pullMs: 350,
  startMs: 100,
  readyMs: 250,
  stopMs: 300,
  taskMs: 500,
  backoffMs: 10_000,
};

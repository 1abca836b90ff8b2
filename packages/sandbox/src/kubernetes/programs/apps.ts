import type { KubeObject } from '../types';

const INSTANCE = 'app.kubernetes.io/instance';

/** The app that a pod is a copy of, as `namespace/instance`. */
export function appOf(pod: KubeObject): string | undefined {
  const instance = pod.metadata.labels?.[INSTANCE];
  return instance && `${pod.metadata.namespace}/${instance}`;
}

/** Whether a pod's containers run. */
export function isRunning(pod: KubeObject): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    Boolean(
      pod.status?.containerStatuses?.some((one: any) => one.state?.running),
    )
  );
}

/** Whether a pod gets visitors. */
export function isReady(pod: KubeObject): boolean {
  return (
    isRunning(pod) &&
    pod.status.conditions?.some(
      (one: any) => one.type === 'Ready' && one.status === 'True',
    )
  );
}

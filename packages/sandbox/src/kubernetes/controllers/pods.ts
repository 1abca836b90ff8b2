import type { KubeObject } from '../types';
import type { ObjectStore } from '../store/ObjectStore';
import { controllerOf } from './types';

/** Pods that an object controls. */
export function podsOf(store: ObjectStore, owner: KubeObject): KubeObject[] {
  return store
    .ownedBy(owner.metadata.uid!)
    .filter(
      object =>
        object.kind === 'Pod' &&
        controllerOf(object)?.uid === owner.metadata.uid,
    );
}

/** The condition of this type. */
export function condition(object: KubeObject, type: string): any {
  return object.status?.conditions?.find((one: any) => one.type === type);
}

/** True when the pod takes part in Services. */
export function isReady(pod: KubeObject): boolean {
  return condition(pod, 'Ready')?.status === 'True';
}

/** True once the pod has been ready for `minReadySeconds`. */
export function isAvailable(
  pod: KubeObject,
  minReadySeconds: number,
  now: Date,
): boolean {
  const ready = condition(pod, 'Ready');
  return (
    ready?.status === 'True' &&
    (!minReadySeconds ||
      now.getTime() - Date.parse(ready.lastTransitionTime) >=
        minReadySeconds * 1000)
  );
}

/** True when the pod neither ended nor is on its way out. */
export function isActive(pod: KubeObject): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    !['Succeeded', 'Failed'].includes(pod.status?.phase)
  );
}

/** A number of pods, given as such or as a share of all. */
export function portion(
  value: number | string | undefined,
  total: number,
  round: (value: number) => number,
): number {
  return typeof value === 'string' && value.endsWith('%')
    ? round((parseInt(value, 10) * total) / 100)
    : Number(value ?? 0);
}

/** A pod from a template, for `create`. */
export function podFromTemplate(
  template: any,
  metadata: Record<string, unknown>,
): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      labels: { ...template.metadata?.labels, ...(metadata.labels as object) },
      ...(template.metadata?.annotations && {
        annotations: template.metadata.annotations,
      }),
      ...(template.metadata?.finalizers && {
        finalizers: template.metadata.finalizers,
      }),
    },
    spec: template.spec,
  };
}

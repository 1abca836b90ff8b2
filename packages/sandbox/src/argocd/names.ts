import type { KubeObject, ObjectRef } from '../kubernetes/types';

export const ARGOCD_NAMESPACE = 'argocd';
export const ARGOCD_API = 'argoproj.io/v1alpha1';
/** Field manager of everything that is synced. */
export const MANAGER = 'argocd-controller';
/** Which Application an object belongs to, and as what. */
export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
/** `normal` or `hard`: look at Git now. Removed once that is done. */
export const REFRESH = 'argocd.argoproj.io/refresh';
/** When somebody approved of deleting what asks for it, on the Application. */
export const DELETION_APPROVED = 'argocd.argoproj.io/deletion-approved';
export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
export const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
export const COMPARE_OPTIONS = 'argocd.argoproj.io/compare-options';
/** What was applied last, so that fields taken out in Git are noticed. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** With it, deleting an Application deletes what it deployed. */
export const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** The group of an `apiVersion`; empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** Names an object for get and delete. */
export function refOf(object: KubeObject): ObjectRef {
  const { apiVersion, kind, metadata } = object;
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
}

/** One text for each object, whatever its version. */
export function keyOf(ref: ObjectRef): string {
  return `${groupOf(ref.apiVersion)}/${ref.kind}/${ref.namespace ?? ''}/${
    ref.name
  }`;
}

/** The value of the tracking annotation. */
export function trackingId(application: string, ref: ObjectRef): string {
  return `${application}:${groupOf(ref.apiVersion)}/${ref.kind}:${
    ref.namespace ?? ''
  }/${ref.name}`;
}

/** The Application that an object belongs to, where it is tracked as itself. */
export function trackedBy(object: KubeObject): string | undefined {
  const id = object.metadata.annotations?.[TRACKING_ID];
  const application = id?.split(':')[0];
  return application && id === trackingId(application, refOf(object))
    ? application
    : undefined;
}

/** Options such as `Prune=false` on an object. */
export function hasSyncOption(object: KubeObject, option: string): boolean {
  return lists(object, SYNC_OPTIONS, option);
}

/** True for what may be in the cluster without being in Git. */
export function isExtraneous(object: KubeObject): boolean {
  return lists(object, COMPARE_OPTIONS, 'IgnoreExtraneous');
}

function lists(object: KubeObject, annotation: string, option: string) {
  return (object.metadata.annotations?.[annotation] ?? '')
    .split(',')
    .some(given => given.trim() === option);
}

/** A time as Kubernetes writes it: ISO 8601 in whole seconds. */
export function kubeTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

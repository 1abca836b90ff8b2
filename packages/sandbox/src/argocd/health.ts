import type { KubeObject } from '../kubernetes/types';
import type { Health, HealthStatus } from './types';

type Assess = (object: KubeObject) => Health | undefined;

const healthy = (message?: string): Health => ({ status: 'Healthy', message });
const progressing = (message?: string): Health => ({
  status: 'Progressing',
  message,
});
const degraded = (message?: string): Health => ({
  status: 'Degraded',
  message,
});

interface StatusCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

function condition(
  object: KubeObject,
  type: string,
): StatusCondition | undefined {
  return object.status?.conditions?.find(
    (one: StatusCondition) => one.type === type,
  );
}

function deployment(object: KubeObject): Health {
  const { spec = {}, status = {}, metadata } = object;
  if (spec.paused) {
    return { status: 'Suspended', message: 'Deployment is paused' };
  }
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return progressing(
      'Waiting for rollout to finish: observed deployment generation less than desired generation',
    );
  }
  const progress = condition(object, 'Progressing');
  if (progress?.reason === 'ProgressDeadlineExceeded') {
    return degraded(
      `Deployment "${metadata.name}" exceeded its progress deadline`,
    );
  }
  const wanted = spec.replicas ?? 1;
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = status;
  if (updatedReplicas < wanted) {
    return progressing(
      `Waiting for rollout to finish: ${updatedReplicas} out of ${wanted} new replicas have been updated...`,
    );
  }
  if (replicas > updatedReplicas) {
    return progressing(
      `Waiting for rollout to finish: ${
        replicas - updatedReplicas
      } old replicas are pending termination...`,
    );
  }
  if (availableReplicas < updatedReplicas) {
    return progressing(
      `Waiting for rollout to finish: ${availableReplicas} of ${updatedReplicas} updated replicas are available...`,
    );
  }
  return healthy();
}

function statefulSet(object: KubeObject): Health {
  const { spec = {}, status = {}, metadata } = object;
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return progressing('Waiting for statefulset spec update to be observed...');
  }
  const wanted = spec.replicas ?? 1;
  if ((status.readyReplicas ?? 0) < wanted) {
    return progressing(
      `Waiting for ${wanted - (status.readyReplicas ?? 0)} pods to be ready...`,
    );
  }
  if (
    spec.updateStrategy?.type !== 'OnDelete' &&
    status.updateRevision !== status.currentRevision
  ) {
    return progressing(
      `waiting for statefulset rolling update to complete ${
        status.updatedReplicas ?? 0
      } pods at revision ${status.updateRevision}...`,
    );
  }
  return healthy(
    `statefulset rolling update complete ${wanted} pods at revision ${status.currentRevision}...`,
  );
}

function daemonSet({ metadata, status = {} }: KubeObject): Health {
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return progressing(
      'Waiting for rollout to finish: observed daemon set generation less than desired generation',
    );
  }
  const wanted = status.desiredNumberScheduled ?? 0;
  if (
    (status.updatedNumberScheduled ?? 0) < wanted ||
    (status.numberAvailable ?? 0) < wanted
  ) {
    return progressing(
      `Waiting for daemon set "${metadata.name}" rollout to finish`,
    );
  }
  return healthy();
}

function job(object: KubeObject): Health {
  const failed = condition(object, 'Failed');
  if (failed?.status === 'True') {
    return degraded(failed.message);
  }
  if (condition(object, 'Complete')?.status === 'True') {
    return healthy(condition(object, 'Complete')?.message);
  }
  return condition(object, 'Suspended')?.status === 'True'
    ? { status: 'Suspended', message: condition(object, 'Suspended')?.message }
    : progressing();
}

const WAITING_FOR_GOOD = [
  'ErrImagePull',
  'ImagePullBackOff',
  'CrashLoopBackOff',
  'InvalidImageName',
  'CreateContainerConfigError',
];

function pod(object: KubeObject): Health {
  const { status = {} } = object;
  for (const container of [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ]) {
    const waiting = container.state?.waiting;
    if (WAITING_FOR_GOOD.includes(waiting?.reason)) {
      return degraded(waiting.message);
    }
  }
  switch (status.phase) {
    case 'Succeeded':
      return healthy(status.message);
    case 'Failed':
      return degraded(status.message);
    case 'Running':
      return condition(object, 'Ready')?.status === 'True'
        ? healthy()
        : progressing(status.message);
    default:
      return progressing(status.message);
  }
}

function claim({ status = {} }: KubeObject): Health {
  switch (status.phase) {
    case 'Bound':
      return healthy();
    case 'Lost':
      return degraded();
    default:
      return progressing();
  }
}

function readyCondition(object: KubeObject): Health {
  const ready = condition(object, 'Ready');
  if (ready?.status === 'True') {
    return healthy(ready.message);
  }
  return ready?.status === 'False'
    ? degraded(ready.message)
    : progressing(`Waiting for ${object.kind}`);
}

function loadBalanced(object: KubeObject): Health {
  return object.status?.loadBalancer?.ingress?.length
    ? healthy()
    : progressing();
}

const KINDS: Record<string, Assess> = {
  Deployment: deployment,
  StatefulSet: statefulSet,
  DaemonSet: daemonSet,
  Job: job,
  Pod: pod,
  PersistentVolumeClaim: claim,
  Ingress: loadBalanced,
  Service: object =>
    object.spec?.type === 'LoadBalancer' ? loadBalanced(object) : healthy(),
  ExternalSecret: readyCondition,
  SecretStore: readyCondition,
  ClusterSecretStore: readyCondition,
  Certificate: readyCondition,
  ReplicaSet: ({ spec = {}, status = {} }) =>
    (status.availableReplicas ?? 0) < (spec.replicas ?? 1)
      ? progressing()
      : healthy(),
  CronJob: ({ spec = {} }) =>
    spec.suspend
      ? { status: 'Suspended', message: 'CronJob is Suspended' }
      : healthy(),
};

/**
 * How an object is by Argo CD's own rules; undefined for kinds that have
 * none, among them Application since 1.8.
 *
 * Source: argo-cd, gitops-engine/pkg/health and resource_customizations.
 */
export function healthOf(object: KubeObject): Health | undefined {
  if (object.metadata.deletionTimestamp) {
    return progressing('Pending deletion');
  }
  return KINDS[object.kind]?.(object);
}

const ORDER: HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

/** The worst of them; healthy where there are none. */
export function worstHealth(all: HealthStatus[]): HealthStatus {
  return all.reduce(
    (worst, one) => (ORDER.indexOf(one) > ORDER.indexOf(worst) ? one : worst),
    'Healthy' as HealthStatus,
  );
}

import type { KubeObject } from '../types';

const JOB_LABELS = 'batch.kubernetes.io';

/** A Job finds its pods by its uid. */
function selectOwnPods(job: KubeObject): void {
  const uid = job.metadata.uid!;
  if (job.spec.manualSelector) {
    return;
  }
  const labels = {
    [`${JOB_LABELS}/controller-uid`]: uid,
    [`${JOB_LABELS}/job-name`]: job.metadata.name,
    'controller-uid': uid,
    'job-name': job.metadata.name,
  };
  job.spec.selector = {
    matchLabels: { [`${JOB_LABELS}/controller-uid`]: uid },
  };
  job.spec.template.metadata = {
    ...job.spec.template.metadata,
    labels: { ...job.spec.template.metadata?.labels, ...labels },
  };
  job.metadata.labels ??= job.spec.template.metadata.labels;
}

/** The status, and what else the server writes, that an object is born with. */
export function initialStatus(object: KubeObject): void {
  switch (`${object.apiVersion}/${object.kind}`) {
    case 'v1/Pod':
      object.status = { phase: 'Pending', qosClass: qosClass(object.spec) };
      break;
    case 'v1/Namespace':
      object.status = { phase: 'Active' };
      object.metadata.labels = {
        ...object.metadata.labels,
        'kubernetes.io/metadata.name': object.metadata.name,
      };
      break;
    case 'v1/PersistentVolumeClaim':
      object.metadata.finalizers = [
        ...(object.metadata.finalizers ?? []),
        'kubernetes.io/pvc-protection',
      ];
      object.status ??= { phase: 'Pending' };
      break;
    case 'v1/PersistentVolume':
      object.status ??= { phase: 'Pending' };
      break;
    case 'v1/Service':
      object.status ??= { loadBalancer: {} };
      break;
    case 'networking.k8s.io/v1/Ingress':
      object.status ??= { loadBalancer: {} };
      break;
    case 'batch/v1/Job':
      selectOwnPods(object);
      object.status ??= {};
      break;
    case 'apps/v1/Deployment':
    case 'batch/v1/CronJob':
      object.status ??= {};
      break;
    case 'apps/v1/ReplicaSet':
    case 'v1/ReplicationController':
      object.status ??= { replicas: 0 };
      break;
    case 'apps/v1/StatefulSet':
      object.status ??= { replicas: 0, availableReplicas: 0 };
      break;
    case 'apps/v1/DaemonSet':
      object.status ??= {
        currentNumberScheduled: 0,
        numberMisscheduled: 0,
        desiredNumberScheduled: 0,
        numberReady: 0,
      };
      break;
    default:
  }
}

/** How a pod fares when its node runs out of memory. */
function qosClass(spec: any): string {
  const containers = [...spec.containers, ...(spec.initContainers ?? [])];
  const amounts = containers.flatMap((one: any) => [
    one.resources?.requests,
    one.resources?.limits,
  ]);
  if (amounts.every(list => !list || !Object.keys(list).length)) {
    return 'BestEffort';
  }
  const guaranteed = containers.every((one: any) =>
    ['cpu', 'memory'].every(
      name =>
        one.resources?.limits?.[name] !== undefined &&
        one.resources.limits[name] ===
          (one.resources.requests?.[name] ?? one.resources.limits[name]),
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

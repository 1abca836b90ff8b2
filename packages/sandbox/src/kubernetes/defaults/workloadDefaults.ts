import { defaultPodSpec } from './podDefaults';
import { setDefaults } from './setDefaults';

function defaultTemplate(template: any): void {
  if (template) {
    setDefaults(template, { metadata: {}, spec: {} });
    setDefaults(template.metadata, { creationTimestamp: null });
    defaultPodSpec(template.spec);
  }
}

/** Completes a Deployment's spec. */
export function defaultDeployment(spec: any): void {
  setDefaults(spec, {
    replicas: 1,
    strategy: {},
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  });
  setDefaults(spec.strategy, { type: 'RollingUpdate' });
  if (spec.strategy.type === 'RollingUpdate') {
    setDefaults(spec.strategy, { rollingUpdate: {} });
    setDefaults(spec.strategy.rollingUpdate, {
      maxUnavailable: '25%',
      maxSurge: '25%',
    });
  }
  defaultTemplate(spec.template);
}

/** Completes the spec of a ReplicaSet or ReplicationController. */
export function defaultReplicaSet(spec: any): void {
  setDefaults(spec, { replicas: 1 });
  defaultTemplate(spec.template);
}

/** Completes a StatefulSet's spec. */
export function defaultStatefulSet(spec: any): void {
  setDefaults(spec, {
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate' },
    revisionHistoryLimit: 10,
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    },
  });
  if (spec.updateStrategy.type === 'RollingUpdate') {
    setDefaults(spec.updateStrategy, { rollingUpdate: {} });
    setDefaults(spec.updateStrategy.rollingUpdate, { partition: 0 });
  }
  defaultTemplate(spec.template);
  for (const claim of spec.volumeClaimTemplates ?? []) {
    setDefaults(claim, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      status: { phase: 'Pending' },
    });
    setDefaults(claim.metadata, { creationTimestamp: null });
    setDefaults(claim.spec, { volumeMode: 'Filesystem' });
  }
}

/** Completes a DaemonSet's spec. */
export function defaultDaemonSet(spec: any): void {
  setDefaults(spec, {
    updateStrategy: { type: 'RollingUpdate' },
    revisionHistoryLimit: 10,
  });
  if (spec.updateStrategy.type === 'RollingUpdate') {
    setDefaults(spec.updateStrategy, { rollingUpdate: {} });
    setDefaults(spec.updateStrategy.rollingUpdate, {
      maxUnavailable: 1,
      maxSurge: 0,
    });
  }
  defaultTemplate(spec.template);
}

/** Completes a Job's spec, but for selector and labels, which need its uid. */
export function defaultJob(spec: any): void {
  setDefaults(spec, {
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: 'TerminatingOrFailed',
  });
  if (spec.completions === undefined && spec.parallelism === undefined) {
    spec.completions = 1;
  }
  setDefaults(spec, { parallelism: 1 });
  defaultTemplate(spec.template);
}

/** Completes a CronJob's spec. */
export function defaultCronJob(spec: any): void {
  setDefaults(spec, {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  });
  if (spec.jobTemplate) {
    setDefaults(spec.jobTemplate, { metadata: {}, spec: {} });
    setDefaults(spec.jobTemplate.metadata, { creationTimestamp: null });
    defaultTemplate(spec.jobTemplate.spec.template);
  }
}

/** Completes a HorizontalPodAutoscaler's spec. */
export function defaultAutoscaler(spec: any): void {
  setDefaults(spec, {
    minReplicas: 1,
    metrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ],
  });
}

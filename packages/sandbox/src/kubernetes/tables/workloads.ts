import { selectorText } from '../resources/selectors';
import type { KubeObject } from '../types';
import { age, AGE, column, duration, NAME, type Column } from './types';

const WIDE = { priority: 1 };

const number = (
  name: string,
  read: (object: KubeObject) => number | undefined,
) => column(name, object => read(object) ?? 0, { type: 'integer' });

const templateOf = (object: KubeObject) =>
  (object.spec?.jobTemplate?.spec ?? object.spec ?? object).template;

const CONTAINERS = column(
  'Containers',
  object =>
    templateOf(object)
      .spec.containers.map((one: any) => one.name)
      .join(','),
  WIDE,
);
const IMAGES = column(
  'Images',
  object =>
    templateOf(object)
      .spec.containers.map((one: any) => one.image)
      .join(','),
  WIDE,
);
const SELECTOR = column(
  'Selector',
  object => selectorText(object.spec.selector) || '<none>',
  WIDE,
);

const nodeSelector = (object: KubeObject) =>
  Object.entries(object.spec.template.spec.nodeSelector ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',') || '<none>';

function jobDuration(job: KubeObject, now: Date): string {
  const { startTime, completionTime } = job.status ?? {};
  if (!startTime) {
    return '';
  }
  const end = completionTime ? Date.parse(completionTime) : now.getTime();
  return duration(
    Math.max(0, Math.round((end - Date.parse(startTime)) / 1000)),
  );
}

function jobStatus(job: KubeObject): string {
  const holds = (type: string) =>
    job.status?.conditions?.some(
      (one: any) => one.type === type && one.status === 'True',
    );
  return (
    [
      'Complete',
      'Failed',
      'Suspended',
      'FailureTarget',
      'SuccessCriteriaMet',
    ].find(holds) ??
    (job.metadata.deletionTimestamp ? 'Terminating' : 'Running')
  );
}

/** The columns of what runs pods. */
export const WORKLOAD_COLUMNS: Record<string, Column[]> = {
  'apps/v1/Deployment': [
    NAME,
    column(
      'Ready',
      one => `${one.status?.readyReplicas ?? 0}/${one.spec.replicas}`,
    ),
    number('Up-to-date', one => one.status?.updatedReplicas),
    number('Available', one => one.status?.availableReplicas),
    AGE,
    CONTAINERS,
    IMAGES,
    SELECTOR,
  ],
  'apps/v1/ReplicaSet': [
    NAME,
    number('Desired', one => one.spec.replicas),
    number('Current', one => one.status?.replicas),
    number('Ready', one => one.status?.readyReplicas),
    AGE,
    CONTAINERS,
    IMAGES,
    SELECTOR,
  ],
  'v1/PodTemplate': [
    NAME,
    { ...CONTAINERS, priority: 0 },
    { ...IMAGES, priority: 0 },
    column('Pod Labels', one =>
      selectorText({ matchLabels: one.template?.metadata?.labels }),
    ),
  ],
  'v1/ReplicationController': [
    NAME,
    number('Desired', one => one.spec.replicas),
    number('Current', one => one.status?.replicas),
    number('Ready', one => one.status?.readyReplicas),
    AGE,
    CONTAINERS,
    IMAGES,
    column(
      'Selector',
      one => selectorText({ matchLabels: one.spec.selector }) || '<none>',
      WIDE,
    ),
  ],
  'apps/v1/StatefulSet': [
    NAME,
    column(
      'Ready',
      one => `${one.status?.readyReplicas ?? 0}/${one.spec.replicas}`,
    ),
    AGE,
    CONTAINERS,
    IMAGES,
  ],
  'apps/v1/DaemonSet': [
    NAME,
    number('Desired', one => one.status?.desiredNumberScheduled),
    number('Current', one => one.status?.currentNumberScheduled),
    number('Ready', one => one.status?.numberReady),
    number('Up-to-date', one => one.status?.updatedNumberScheduled),
    number('Available', one => one.status?.numberAvailable),
    column('Node Selector', nodeSelector),
    AGE,
    CONTAINERS,
    IMAGES,
    SELECTOR,
  ],
  'batch/v1/Job': [
    NAME,
    column('Status', jobStatus),
    column('Completions', one => {
      const done = one.status?.succeeded ?? 0;
      const { completions, parallelism } = one.spec;
      return completions === undefined
        ? `${done}/1 of ${parallelism}`
        : `${done}/${completions}`;
    }),
    column('Duration', jobDuration),
    AGE,
    CONTAINERS,
    IMAGES,
    SELECTOR,
  ],
  'batch/v1/CronJob': [
    NAME,
    column('Schedule', one => one.spec.schedule),
    column('Timezone', one => one.spec.timeZone ?? '<none>'),
    column('Suspend', one => (one.spec.suspend ? 'True' : 'False')),
    number('Active', one => one.status?.active?.length),
    column('Last Schedule', (one, now) =>
      one.status?.lastScheduleTime
        ? age(one.status.lastScheduleTime, now)
        : '<none>',
    ),
    AGE,
    CONTAINERS,
    IMAGES,
    column('Selector', () => '<none>', WIDE),
  ],
  'autoscaling/v2/HorizontalPodAutoscaler': [
    NAME,
    column(
      'Reference',
      one => `${one.spec.scaleTargetRef.kind}/${one.spec.scaleTargetRef.name}`,
    ),
    column('Targets', autoscalerTargets),
    column('MinPods', one => String(one.spec.minReplicas ?? '<unset>')),
    number('MaxPods', one => one.spec.maxReplicas),
    number('Replicas', one => one.status?.currentReplicas),
    AGE,
  ],
  'policy/v1/PodDisruptionBudget': [
    NAME,
    column('Min Available', one => String(one.spec.minAvailable ?? 'N/A')),
    column('Max Unavailable', one => String(one.spec.maxUnavailable ?? 'N/A')),
    number('Allowed Disruptions', one => one.status?.disruptionsAllowed),
    AGE,
  ],
};

function autoscalerTargets(autoscaler: KubeObject): string {
  const current = (name: string) =>
    autoscaler.status?.currentMetrics?.find(
      (one: any) => one?.resource?.name === name,
    )?.resource.current;
  return (
    (autoscaler.spec.metrics ?? [])
      .filter((metric: any) => metric.type === 'Resource')
      .map(({ resource: { name, target } }: any) =>
        target.type === 'Utilization'
          ? `${name}: ${current(name)?.averageUtilization ?? '<unknown>'}${
              current(name) ? '%' : ''
            }/${target.averageUtilization}%`
          : `${name}: ${current(name)?.averageValue ?? '<unknown>'}/${
              target.averageValue
            }`,
      )
      .join(', ') || '<none>'
  );
}

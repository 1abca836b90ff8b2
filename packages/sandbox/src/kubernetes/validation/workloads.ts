import { labelSelector } from '../resources/selectors';
import type { KubeObject } from '../types';
import { sameJson } from '../values/json';
import { parseSchedule } from '../values/schedule';
import { checkLabels } from './names';
import { checkPodSpec } from './podSpec';
import type { Problems } from './types';

type Check = (
  problems: Problems,
  object: KubeObject,
  previous?: KubeObject,
) => void;

function checkReplicas(problems: Problems, spec: any): void {
  if (!Number.isInteger(spec.replicas) || spec.replicas < 0) {
    problems.invalid(
      'spec.replicas',
      spec.replicas,
      'must be greater than or equal to 0',
    );
  }
}

function checkTemplate(
  problems: Problems,
  spec: any,
  allowed = ['Always'],
): void {
  checkLabels(
    problems,
    'spec.template.metadata.labels',
    spec.template?.metadata?.labels,
  );
  if (!spec.template?.spec) {
    problems.required('spec.template.spec.containers');
    return;
  }
  checkPodSpec(
    problems,
    'spec.template.spec',
    spec.template.spec,
    allowed,
    (spec.volumeClaimTemplates ?? []).map((claim: any) => claim.metadata?.name),
  );
}

const selecting: Check = (problems, { spec }, previous) => {
  if (!spec?.selector) {
    problems.required('spec.selector');
  } else if (
    !Object.keys(spec.selector.matchLabels ?? {}).length &&
    !spec.selector.matchExpressions?.length
  ) {
    problems.invalid(
      'spec.selector',
      spec.selector,
      'empty selector is invalid for deployment',
    );
  } else if (!labelSelector(spec.selector)(spec.template?.metadata?.labels)) {
    problems.invalid(
      'spec.template.metadata.labels',
      spec.template?.metadata?.labels ?? {},
      '`selector` does not match template `labels`',
    );
  }
  if (previous && !sameJson(previous.spec.selector, spec.selector)) {
    problems.invalid('spec.selector', spec.selector, 'field is immutable');
  }
  checkTemplate(problems, spec);
};

const STATEFUL_MUTABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const jobRestarts = ['OnFailure', 'Never'];

/** The checks of what runs pods. */
export const WORKLOAD_CHECKS: Record<string, Check> = {
  'v1/Pod': (problems, pod, previous) => {
    checkPodSpec(problems, 'spec', pod.spec);
    if (previous && !sameJson(podIdentity(previous), podIdentity(pod))) {
      problems.forbidden(
        'spec',
        'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
      );
    }
  },
  'apps/v1/Deployment': (problems, object, previous) => {
    checkReplicas(problems, object.spec);
    selecting(problems, object, previous);
    const { type, rollingUpdate } = object.spec.strategy ?? {};
    if (!['Recreate', 'RollingUpdate'].includes(type)) {
      problems.unsupported('spec.strategy.type', type, [
        'Recreate',
        'RollingUpdate',
      ]);
    }
    if (type === 'Recreate' && rollingUpdate) {
      problems.forbidden(
        'spec.strategy.rollingUpdate',
        "may not be specified when strategy `type` is 'Recreate'",
      );
    }
  },
  'apps/v1/ReplicaSet': (problems, object, previous) => {
    checkReplicas(problems, object.spec);
    selecting(problems, object, previous);
  },
  'v1/ReplicationController': (problems, object) => {
    checkReplicas(problems, object.spec);
    checkTemplate(problems, object.spec);
  },
  'apps/v1/StatefulSet': (problems, object, previous) => {
    checkReplicas(problems, object.spec);
    selecting(problems, object, previous);
    const fixed = ({ spec }: KubeObject) =>
      Object.fromEntries(
        Object.entries(spec).filter(([key]) => !STATEFUL_MUTABLE.includes(key)),
      );
    if (previous && !sameJson(fixed(previous), fixed(object))) {
      problems.forbidden(
        'spec',
        `updates to statefulset spec for fields other than ${STATEFUL_MUTABLE.slice(
          0,
          -1,
        )
          .map(field => `'${field}'`)
          .join(', ')} and 'minReadySeconds' are forbidden`,
      );
    }
  },
  'apps/v1/DaemonSet': selecting,
  'batch/v1/Job': (problems, object, previous) => {
    checkTemplate(problems, object.spec, jobRestarts);
    const template = previous?.spec.template;
    if (
      previous &&
      !previous.spec.suspend &&
      !sameJson(template, object.spec.template)
    ) {
      problems.invalid('spec.template', {}, 'field is immutable');
    }
  },
  'batch/v1/CronJob': (problems, { spec, metadata }) => {
    if (metadata.name?.length > 52) {
      problems.invalid(
        'metadata.name',
        metadata.name,
        'must be no more than 52 characters',
      );
    }
    if (!spec?.schedule) {
      problems.required('spec.schedule');
    } else {
      try {
        parseSchedule(spec.schedule, spec.timeZone);
      } catch (error) {
        problems.invalid(
          'spec.schedule',
          spec.schedule,
          (error as Error).message,
        );
      }
    }
    const template = spec?.jobTemplate?.spec?.template?.spec;
    checkPodSpec(
      problems,
      'spec.jobTemplate.spec.template.spec',
      template,
      jobRestarts,
    );
  },
};

/** What of a pod's spec never changes. */
function podIdentity({ spec }: KubeObject): unknown {
  const withoutImages = (list?: any[]) =>
    list?.map(({ image, resources, ...rest }) => rest);
  return {
    ...spec,
    containers: withoutImages(spec.containers),
    initContainers: withoutImages(spec.initContainers),
    activeDeadlineSeconds: undefined,
    tolerations: undefined,
    terminationGracePeriodSeconds: undefined,
  };
}

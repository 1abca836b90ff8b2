import type { Kind } from '../kinds/types';
import { containerUse } from '../metrics';
import { labelSelector } from '../resources/selectors';
import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { formatQuantity, quantity } from '../values/quantity';
import { withCondition } from './conditions';
import { isActive, isReady } from './pods';
import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from './types';

const SOURCE = 'horizontal-pod-autoscaler';
const PERIOD_MS = 15_000;
/** How long a lull has to last, unless `behavior` says. */
const STABILIZATION_SECONDS = 300;
/** Sooner, while there is nothing to measure. */
const SOON_MS = 2_000;
/** Differences below this share are left alone. */
const TOLERANCE = 0.1;

interface Measured {
  metric: unknown;
  desired: number;
}

/** Scales what HorizontalPodAutoscalers point to, by what its pods use, every 15 seconds. */
export function autoscalerController({
  store,
  resources,
  clock,
  record,
}: ControllerContext): Controller {
  const kind = resources.kinds.find(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
  )!;

  const wishes = new Map<string, Array<{ time: number; desired: number }>>();

  const measure = (
    metric: any,
    pods: KubeObject[],
    replicas: number,
  ): Measured | string => {
    const { name, target } = metric.resource;
    let used = 0;
    let asked = 0;
    for (const pod of pods) {
      for (const container of pod.spec.containers) {
        const request = container.resources?.requests?.[name];
        if (target.type === 'Utilization' && request === undefined) {
          return `missing request for ${name} in container ${container.name} of Pod ${pod.metadata.name}`;
        }
        asked += quantity(request);
        const use = containerUse(
          pod,
          container,
          resources.programs,
          clock.now(),
        );
        used += name === 'memory' ? use.memory : use.cpu;
      }
    }
    const average = used / pods.length;
    const ratio =
      target.type === 'Utilization'
        ? (100 * used) / asked / target.averageUtilization
        : average / quantity(target.averageValue);
    const desired =
      Math.abs(ratio - 1) <= TOLERANCE
        ? replicas
        : Math.ceil(ratio * pods.length);
    return {
      desired,
      metric: {
        type: 'Resource',
        resource: {
          name,
          current: {
            ...(target.type === 'Utilization' && {
              averageUtilization: Math.round((100 * used) / asked),
            }),
            averageValue:
              name === 'memory'
                ? String(Math.round(average))
                : formatQuantity(Math.ceil(average * 1000) / 1000),
          },
        },
      },
    };
  };

  /** It shrinks only to the most that was wanted in the last minutes, so that a lull isn't taken for the end. */
  const stabilized = (scaler: KubeObject, now: number, replicas: number) => {
    const uid = scaler.metadata.uid!;
    const seconds =
      scaler.spec.behavior?.scaleDown?.stabilizationWindowSeconds ??
      STABILIZATION_SECONDS;
    const time = clock.now().getTime();
    const recent = (
      wishes.get(uid) ?? [{ time, desired: Math.max(now, replicas) }]
    )
      .concat({ time, desired: now })
      .filter(one => one.time > time - seconds * 1000);
    wishes.set(uid, recent);
    return Math.max(now, ...recent.map(one => one.desired));
  };

  const rescale = (
    scaler: KubeObject,
    target: KubeObject,
    targetKind: Kind,
    replicas: number,
    reason: string,
  ) => {
    const { namespace = '', name } = target.metadata;
    resources.update(targetKind, namespace, name, one => ({
      ...one,
      spec: { ...one.spec, replicas },
    }));
    record(
      scaler,
      'Normal',
      'SuccessfulRescale',
      `New size: ${replicas}; reason: ${reason}`,
      SOURCE,
    );
  };

  const judge = (scaler: KubeObject, target: KubeObject, targetKind: Kind) => {
    const { minReplicas, maxReplicas, metrics } = scaler.spec;
    const now = timestamp(clock.now());
    const matches = labelSelector(target.spec.selector);
    const pods = store
      .list('v1/Pod', scaler.metadata.namespace)
      .filter(
        pod => isActive(pod) && isReady(pod) && matches(pod.metadata.labels),
      );
    const replicas: number = target.spec.replicas ?? 1;
    const status: any = {
      ...scaler.status,
      observedGeneration: scaler.metadata.generation,
      currentReplicas: target.status?.replicas ?? 0,
    };
    const say = (
      type: string,
      ok: boolean,
      reason: string,
      message: string,
    ) => {
      status.conditions = withCondition(
        status.conditions,
        { type, status: ok ? 'True' : 'False', reason, message },
        now,
      );
    };
    say(
      'AbleToScale',
      true,
      'ReadyForNewScale',
      'recommended size matches current size',
    );
    if (replicas === 0) {
      say(
        'ScalingActive',
        false,
        'ScalingDisabled',
        'scaling is disabled since the replica count of the target is zero',
      );
      return { status: { ...status, desiredReplicas: 0 }, measured: true };
    }
    const beyond = outside(replicas, minReplicas, maxReplicas);
    if (beyond) {
      rescale(scaler, target, targetKind, beyond.desired, beyond.reason);
      say(
        'AbleToScale',
        true,
        'SucceededRescale',
        `the HPA controller was able to update the target scale to ${beyond.desired}`,
      );
      return {
        status: {
          ...status,
          desiredReplicas: beyond.desired,
          lastScaleTime: now,
        },
        measured: true,
      };
    }
    const results = metrics
      .filter((metric: any) => metric.type === 'Resource')
      .map((metric: any) =>
        pods.length
          ? measure(metric, pods, replicas)
          : `did not receive metrics for targeted pods (pods might be unready)`,
      );
    const failed = results.find((one: unknown) => typeof one === 'string');
    if (failed || !results.length) {
      const name = metrics[0]?.resource?.name ?? 'cpu';
      const message = `the HPA was unable to compute the replica count: failed to get ${name} utilization: ${failed}`;
      say('ScalingActive', false, 'FailedGetResourceMetric', message);
      record(
        scaler,
        'Warning',
        'FailedGetResourceMetric',
        `failed to get ${name} utilization: ${failed}`,
        SOURCE,
      );
      return {
        status: {
          ...status,
          currentMetrics: undefined,
          desiredReplicas: status.desiredReplicas ?? 0,
        },
        measured: false,
      };
    }
    const wanted = stabilized(
      scaler,
      Math.max(...results.map((one: Measured) => one.desired)),
      replicas,
    );
    const desired = Math.min(maxReplicas, Math.max(minReplicas, wanted));
    say(
      'ScalingActive',
      true,
      'ValidMetricFound',
      `the HPA was able to successfully calculate a replica count from ${metrics[0].resource.name} resource utilization (percentage of request)`,
    );
    if (wanted > maxReplicas) {
      say(
        'ScalingLimited',
        true,
        'TooManyReplicas',
        'the desired replica count is more than the maximum replica count',
      );
    } else if (wanted < minReplicas) {
      say(
        'ScalingLimited',
        true,
        'TooFewReplicas',
        'the desired replica count is less than the minimum replica count',
      );
    } else {
      say(
        'ScalingLimited',
        false,
        'DesiredWithinRange',
        'the desired count is within the acceptable range',
      );
    }
    if (desired !== replicas) {
      rescale(
        scaler,
        target,
        targetKind,
        desired,
        desired > replicas
          ? `${metrics[0].resource.name} resource utilization (percentage of request) above target`
          : 'All metrics below target',
      );
      status.lastScaleTime = now;
    }
    return {
      status: {
        ...status,
        desiredReplicas: desired,
        currentMetrics: results.map((one: Measured) => one.metric),
      },
      measured: true,
    };
  };

  return {
    name: 'autoscaler',
    concerns: ({ kind: changed, object, previous }) =>
      changed === kind.storage && previous?.spec !== object.spec
        ? [keyOf(object)]
        : [],
    reconcile(key) {
      const scaler = store.get(kind.storage, ...fromKey(key));
      if (!scaler) {
        return undefined;
      }
      const {
        apiVersion,
        kind: name,
        name: targetName,
      } = scaler.spec.scaleTargetRef;
      const targetKind = resources.kinds.find(apiVersion ?? 'apps/v1', name);
      const target =
        targetKind &&
        store.get(targetKind.storage, scaler.metadata.namespace!, targetName);
      if (!target) {
        const message = `the HPA controller was unable to get the target's current scale: ${name.toLowerCase()}s.apps "${targetName}" not found`;
        resources.setStatus(scaler, {
          ...scaler.status,
          observedGeneration: scaler.metadata.generation,
          currentReplicas: 0,
          desiredReplicas: 0,
          conditions: withCondition(
            scaler.status?.conditions,
            {
              type: 'AbleToScale',
              status: 'False',
              reason: 'FailedGetScale',
              message,
            },
            timestamp(clock.now()),
          ),
        });
        record(
          scaler,
          'Warning',
          'FailedGetScale',
          `${name.toLowerCase()}s.apps "${targetName}" not found`,
          SOURCE,
        );
      } else {
        const { status, measured } = judge(scaler, target, targetKind!);
        resources.setStatus(scaler, status);
        if (!measured) {
          return SOON_MS;
        }
      }
      return PERIOD_MS;
    },
  };
}

/** Where a number of replicas has to go that is outside of the bounds, whatever is measured. */
function outside(
  replicas: number,
  least: number,
  most: number,
): { desired: number; reason: string } | undefined {
  if (replicas > most) {
    return {
      desired: most,
      reason: 'Current number of replicas above Spec.MaxReplicas',
    };
  }
  return replicas < least
    ? {
        desired: least,
        reason: 'Current number of replicas below Spec.MinReplicas',
      }
    : undefined;
}

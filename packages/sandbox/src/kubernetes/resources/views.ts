import { kindKey, type Kind } from '../kinds/types';
import type { KubeObject } from '../types';

/** An object as the kind that was asked for, when it is kept as another one. */
export function asServed(kind: Kind, object: KubeObject): KubeObject {
  if (
    kindKey(object.apiVersion, object.kind) ===
    kindKey(kind.apiVersion, kind.kind)
  ) {
    return object;
  }
  if (kind.group === 'events.k8s.io') {
    return newEvent(object);
  }
  if (kind.group === 'autoscaling') {
    return cpuAutoscaler(object);
  }
  return { ...object, apiVersion: kind.apiVersion };
}

/** An object as it is kept. */
export function asStored(kind: Kind, object: KubeObject): KubeObject {
  if (kind.storage === kindKey(object.apiVersion, object.kind)) {
    return object;
  }
  if (kind.group === 'events.k8s.io') {
    return coreEvent(object);
  }
  if (kind.group === 'autoscaling') {
    return metricsAutoscaler(object);
  }
  return {
    ...object,
    apiVersion: kind.storage.slice(0, kind.storage.lastIndexOf('/')),
  };
}

function newEvent(event: KubeObject): KubeObject {
  const {
    involvedObject,
    message,
    source,
    firstTimestamp,
    lastTimestamp,
    count,
    ...rest
  } = event;
  return {
    ...rest,
    apiVersion: 'events.k8s.io/v1',
    regarding: involvedObject,
    note: message,
    deprecatedSource: source,
    deprecatedFirstTimestamp: firstTimestamp,
    deprecatedLastTimestamp: lastTimestamp,
    deprecatedCount: count,
  } as KubeObject;
}

function coreEvent(event: KubeObject): KubeObject {
  const {
    regarding,
    note,
    deprecatedSource,
    deprecatedFirstTimestamp,
    deprecatedLastTimestamp,
    deprecatedCount,
    ...rest
  } = event;
  return {
    ...rest,
    apiVersion: 'v1',
    involvedObject: regarding,
    message: note,
    source: deprecatedSource,
    firstTimestamp: deprecatedFirstTimestamp,
    lastTimestamp: deprecatedLastTimestamp,
    count: deprecatedCount,
  } as KubeObject;
}

const isCpu = (metric: any) =>
  metric.type === 'Resource' &&
  metric.resource.name === 'cpu' &&
  metric.resource.target.type === 'Utilization';

/** autoscaling/v1 knows processors alone. */
function cpuAutoscaler(object: KubeObject): KubeObject {
  const { metrics = [], behavior, ...spec } = object.spec;
  const { currentMetrics, conditions, ...status } = object.status ?? {};
  const current = (currentMetrics ?? []).find(
    (one: any) => one.resource?.name === 'cpu',
  )?.resource.current.averageUtilization;
  const target = metrics.find(isCpu)?.resource.target.averageUtilization;
  return {
    ...object,
    apiVersion: 'autoscaling/v1',
    spec: {
      ...spec,
      ...(target && { targetCPUUtilizationPercentage: target }),
    },
    status: {
      ...status,
      ...(current && { currentCPUUtilizationPercentage: current }),
    },
  };
}

function metricsAutoscaler(object: KubeObject): KubeObject {
  const { targetCPUUtilizationPercentage: target, ...spec } = object.spec ?? {};
  return {
    ...object,
    apiVersion: 'autoscaling/v2',
    spec: {
      ...spec,
      ...(target && {
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: target },
            },
          },
        ],
      }),
    },
  };
}

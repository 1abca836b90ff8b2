import type { Fields, KubeObject, ObjectMeta, SyncedResource } from './objects';
import { trimPodSpec } from './podSpecs';

/** Keeps the object without what only servers and appliers use. */
export function trimObject(object: KubeObject): KubeObject {
  const { spec, status } = object;
  return {
    metadata: trimMeta(object.metadata),
    ...(object.operation ? { operation: object.operation } : {}),
    spec: omit(spec, ['template', 'volumeClaimTemplates']),
    status: omit(
      status,
      ['history', 'resources', 'summary', 'operationState'],
      {
        operationState: trimOperation,
      },
    ),
  };
}

/** A workload, and what its pods are made of. */
export function trimWorkload(object: KubeObject): KubeObject {
  const {
    replicas,
    completions,
    suspend,
    paused,
    progressDeadlineSeconds,
    selector,
    template,
  } = object.spec ?? {};
  const pods = template as KubeObject | undefined;
  const owned = object.metadata.ownerReferences !== undefined;
  return {
    metadata: trimMeta(object.metadata),
    spec: {
      replicas,
      completions,
      suspend,
      paused,
      progressDeadlineSeconds,
      selector,
      // A ReplicaSet's is its Deployment's, or was.
      template:
        pods && !owned
          ? {
              metadata: { labels: pods.metadata?.labels },
              spec: trimPodSpec(pods.spec),
            }
          : undefined,
    },
    status: object.status,
  };
}

/** A pod without values, commands and mounts. */
export function trimPod(object: KubeObject): KubeObject {
  const { phase, reason, message, conditions } = object.status ?? {};
  return {
    metadata: trimMeta(object.metadata),
    spec: { ...trimPodSpec(object.spec) },
    status: {
      phase,
      reason,
      message,
      conditions,
      containerStatuses: object.status?.containerStatuses,
      initContainerStatuses: object.status?.initContainerStatuses,
    },
  };
}

/** A ConfigMap's name and the names of its keys; what is in it is dropped. */
export function trimConfigMap(object: KubeObject): KubeObject {
  const { data, binaryData } = object as { data?: Fields; binaryData?: Fields };
  return {
    metadata: trimMeta(object.metadata),
    keys: [...Object.keys(data ?? {}), ...Object.keys(binaryData ?? {})],
  };
}

/** A node: whether it is well, and what it has room for. */
export function trimNode(object: KubeObject): KubeObject {
  const { unschedulable, taints } = object.spec ?? {};
  const { capacity, allocatable, conditions } = object.status ?? {};
  return {
    metadata: trimMeta(object.metadata),
    spec: { unschedulable, taints },
    status: { capacity, allocatable, conditions },
  };
}

/** An Application without all that is as it should be. */
export function trimApplication(object: KubeObject): KubeObject {
  const { resources } = object.status ?? {};
  const trimmed = trimObject(object);
  return {
    ...trimmed,
    status: trimmed.status && {
      ...trimmed.status,
      resources: trimResources(resources, ({ status }) => status !== 'Synced'),
    },
  };
}

/** An event: about what, and its words. */
export function trimEvent(object: KubeObject): KubeObject {
  const { type, reason, message, lastTimestamp, eventTime, involvedObject } =
    object;
  const about = involvedObject as Fields | undefined;
  const series = object.series as
    | { count?: number; lastObservedTime?: string }
    | undefined;
  return {
    metadata: trimMeta(object.metadata),
    type,
    reason,
    message,
    count: object.count ?? series?.count,
    lastTimestamp:
      lastTimestamp ??
      series?.lastObservedTime ??
      eventTime ??
      object.metadata.creationTimestamp,
    involvedObject: about && {
      kind: about.kind,
      name: about.name,
      uid: about.uid,
    },
  };
}

function trimMeta(meta: ObjectMeta): ObjectMeta {
  const { annotations } = meta;
  return {
    name: meta.name,
    namespace: meta.namespace,
    uid: meta.uid,
    resourceVersion: meta.resourceVersion,
    generation: meta.generation,
    creationTimestamp: meta.creationTimestamp,
    deletionTimestamp: meta.deletionTimestamp,
    labels: meta.labels,
    annotations: omit(annotations, [
      'kubectl.kubernetes.io/last-applied-configuration',
    ]) as Record<string, string> | undefined,
    ownerReferences: meta.ownerReferences?.map(({ kind, name, uid }) => ({
      kind,
      name,
      uid,
    })),
  };
}

/** Argo CD keeps the outcome for every resource in there. */
function trimOperation(state: unknown): Fields {
  const { phase, message, operation, syncResult } = state as {
    [field: string]: unknown;
    operation?: { sync?: Fields };
    syncResult?: Fields;
  };
  return {
    phase,
    message,
    operation: { sync: { revision: operation?.sync?.revision } },
    syncResult: {
      revision: syncResult?.revision,
      revisions: syncResult?.revisions,
      resources: trimResources(
        syncResult?.resources,
        ({ status }) => status === 'SyncFailed',
      ),
    },
  };
}

/** Of all that an Application deploys, what somebody might ask about. */
function trimResources(
  resources: unknown,
  wanted: (resource: SyncedResource) => boolean,
): SyncedResource[] | undefined {
  return (resources as SyncedResource[] | undefined)
    ?.filter(wanted)
    .map(({ kind, namespace, name, status, message }) => ({
      kind,
      namespace,
      name,
      status,
      message,
    }));
}

function omit(
  fields: Fields | undefined,
  names: string[],
  kept: Record<string, (value: unknown) => unknown> = {},
): Fields | undefined {
  return (
    fields &&
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => {
        if (kept[name]) {
          return [[name, kept[name](value)]];
        }
        return names.includes(name) ? [] : [[name, value]];
      }),
    )
  );
}

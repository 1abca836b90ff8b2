import type { Fields, KubeObject, ObjectMeta } from './objects';

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

/** A workload without its pods' template. */
export function trimWorkload(object: KubeObject): KubeObject {
  const { replicas, completions, suspend } = object.spec ?? {};
  return {
    metadata: trimMeta(object.metadata),
    spec: { replicas, completions, suspend },
    status: object.status,
  };
}

/** A pod without volumes, environment and commands. */
export function trimPod(object: KubeObject): KubeObject {
  const { phase, reason, message, conditions } = object.status ?? {};
  return {
    metadata: trimMeta(object.metadata),
    spec: { nodeName: object.spec?.nodeName },
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

/** An event: about what, and its words. */
export function trimEvent(object: KubeObject): KubeObject {
  const { type, reason, message, lastTimestamp, eventTime, involvedObject } =
    object;
  const about = involvedObject as Fields | undefined;
  return {
    metadata: trimMeta(object.metadata),
    type,
    reason,
    message,
    lastTimestamp:
      lastTimestamp ?? eventTime ?? object.metadata.creationTimestamp,
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
    },
  };
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

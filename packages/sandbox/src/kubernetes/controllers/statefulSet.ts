import { StatusError } from '../resources/status';
import type { KubeObject } from '../types';
import { isAvailable, isReady, podFromTemplate, podsOf } from './pods';
import { currentRevision, REVISION_LABEL, revisionHash } from './revisions';
import {
  fromKey,
  keyOf,
  ownedByController,
  ownerKey,
  type Controller,
  type ControllerContext,
} from './types';

const SOURCE = 'statefulset-controller';
const RETRY_MS = 2_000;

/** Keeps the numbered pods of StatefulSets, one after the other, each with its own claims. */
export function statefulSetController(context: ControllerContext): Controller {
  const { store, resources, clock, record } = context;
  const kind = resources.kinds.find('apps/v1', 'StatefulSet')!;
  const pods = resources.kinds.find('v1', 'Pod')!;
  const claims = resources.kinds.find('v1', 'PersistentVolumeClaim')!;

  const claimName = (set: KubeObject, claim: any, ordinal: number) =>
    `${claim.metadata.name}-${set.metadata.name}-${ordinal}`;

  const ensureClaims = (set: KubeObject, ordinal: number) => {
    for (const template of set.spec.volumeClaimTemplates ?? []) {
      const name = claimName(set, template, ordinal);
      const namespace = set.metadata.namespace!;
      if (!store.get(claims.storage, namespace, name)) {
        resources.create(claims, namespace, {
          metadata: {
            name,
            labels: {
              ...set.spec.selector.matchLabels,
              ...template.metadata.labels,
            },
            annotations: template.metadata.annotations,
          },
          spec: template.spec,
        });
        record(
          set,
          'Normal',
          'SuccessfulCreate',
          `create Claim ${name} Pod ${set.metadata.name}-${ordinal} in StatefulSet ${set.metadata.name} success`,
          SOURCE,
        );
      }
    }
  };

  const createPod = (set: KubeObject, ordinal: number, hash: string) => {
    const name = `${set.metadata.name}-${ordinal}`;
    const { template, serviceName } = set.spec;
    const replaced = (set.spec.volumeClaimTemplates ?? []).map(
      (claim: any) => ({
        name: claim.metadata.name,
        persistentVolumeClaim: { claimName: claimName(set, claim, ordinal) },
      }),
    );
    const others = (template.spec.volumes ?? []).filter(
      (one: any) => !replaced.some((each: any) => each.name === one.name),
    );
    const volumes = [...replaced, ...others];
    try {
      ensureClaims(set, ordinal);
      resources.create(
        pods,
        set.metadata.namespace!,
        podFromTemplate(
          {
            ...template,
            spec: {
              ...template.spec,
              hostname: name,
              ...(serviceName && { subdomain: serviceName }),
              ...(volumes.length && { volumes }),
            },
          },
          {
            name,
            labels: {
              'statefulset.kubernetes.io/pod-name': name,
              'apps.kubernetes.io/pod-index': String(ordinal),
              [REVISION_LABEL]: `${set.metadata.name}-${hash}`,
            },
            ownerReferences: [ownedByController(set)],
          },
        ),
      );
    } catch (error) {
      if (error instanceof StatusError) {
        record(
          set,
          'Warning',
          'FailedCreate',
          `create Pod ${name} in StatefulSet ${set.metadata.name} failed error: ${error.message}`,
          SOURCE,
        );
      }
      throw error;
    }
    record(
      set,
      'Normal',
      'SuccessfulCreate',
      `create Pod ${name} in StatefulSet ${set.metadata.name} successful`,
      SOURCE,
    );
  };

  const removePod = (set: KubeObject, pod: KubeObject) => {
    if (pod.metadata.deletionTimestamp) {
      return;
    }
    resources.delete(pods, pod.metadata.namespace!, pod.metadata.name);
    record(
      set,
      'Normal',
      'SuccessfulDelete',
      `delete Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name} successful`,
      SOURCE,
    );
  };

  /** Moves one step towards what is asked for; with `Parallel`, all steps at once. */
  const move = (set: KubeObject, update: string, current: string) => {
    const parallel = set.spec.podManagementPolicy === 'Parallel';
    const existing = new Map(
      podsOf(store, set).map(pod => [ordinalOf(pod), pod]),
    );
    const first = set.spec.ordinals?.start ?? 0;
    const end = first + set.spec.replicas;
    const partition = set.spec.updateStrategy.rollingUpdate?.partition ?? 0;
    for (let ordinal = first; ordinal < end; ordinal++) {
      const pod = existing.get(ordinal);
      if (!pod) {
        createPod(set, ordinal, ordinal < partition ? current : update);
      } else if (['Failed', 'Succeeded'].includes(pod.status?.phase)) {
        removePod(set, pod);
      }
      if (
        !parallel &&
        !(pod && isReady(pod) && !pod.metadata.deletionTimestamp)
      ) {
        return;
      }
    }
    const surplus = [...existing.values()]
      .filter(pod => ordinalOf(pod) >= end || ordinalOf(pod) < first)
      .sort((a, b) => ordinalOf(b) - ordinalOf(a));
    for (const pod of surplus) {
      removePod(set, pod);
      if (!parallel) {
        return;
      }
    }
    if (set.spec.updateStrategy.type !== 'RollingUpdate') {
      return;
    }
    for (
      let ordinal = end - 1;
      ordinal >= Math.max(first, partition);
      ordinal--
    ) {
      const pod = existing.get(ordinal);
      if (pod && hashOf(pod) !== update) {
        removePod(set, pod);
        return;
      }
      if (!pod || !isReady(pod) || pod.metadata.deletionTimestamp) {
        return;
      }
    }
  };

  const dropClaims = (set: KubeObject) => {
    const { whenScaled } = set.spec.persistentVolumeClaimRetentionPolicy ?? {};
    if (whenScaled !== 'Delete') {
      return;
    }
    for (const claim of set.spec.volumeClaimTemplates ?? []) {
      for (const object of store.list(claims.storage, set.metadata.namespace)) {
        const match = new RegExp(
          `^${claim.metadata.name}-${set.metadata.name}-(\\d+)$`,
        ).exec(object.metadata.name);
        const gone =
          match &&
          Number(match[1]) >= set.spec.replicas &&
          !store.get(
            pods.storage,
            set.metadata.namespace!,
            `${set.metadata.name}-${match[1]}`,
          );
        if (gone && !object.metadata.deletionTimestamp) {
          resources.delete(
            claims,
            set.metadata.namespace!,
            object.metadata.name,
          );
        }
      }
    }
  };

  return {
    name: 'statefulset',
    concerns: ({ kind: changed, object }) => {
      if (changed === kind.storage) {
        return [keyOf(object)];
      }
      return changed === pods.storage ? ownerKey(object, 'StatefulSet') : [];
    },
    reconcile(key) {
      const set = store.get(kind.storage, ...fromKey(key));
      if (!set || set.metadata.deletionTimestamp) {
        return undefined;
      }
      const revision = currentRevision(context, set);
      const update = revisionHash(revision);
      const updateName = revision.metadata.name;
      const before = set.status ?? {};
      const currentName = before.currentRevision || updateName;
      const current = currentName.slice(set.metadata.name.length + 1);
      let failed = false;
      try {
        move(set, update, current);
        dropClaims(set);
      } catch (error) {
        if (!(error instanceof StatusError)) {
          throw error;
        }
        failed = true;
      }
      const all = podsOf(store, set);
      const alive = all.filter(pod => !pod.metadata.deletionTimestamp);
      const ready = alive.filter(isReady);
      const minReady = set.spec.minReadySeconds ?? 0;
      const available = ready.filter(pod =>
        isAvailable(pod, minReady, clock.now()),
      );
      const updated = alive.filter(pod => hashOf(pod) === update);
      const complete =
        updated.length === set.spec.replicas &&
        ready.length === set.spec.replicas &&
        all.length === set.spec.replicas;
      const shown = complete ? updateName : currentName;
      const onCurrent = alive.filter(
        pod => `${set.metadata.name}-${hashOf(pod)}` === shown,
      );
      resources.setStatus(set, {
        observedGeneration: set.metadata.generation,
        replicas: all.length,
        ...(ready.length && { readyReplicas: ready.length }),
        availableReplicas: available.length,
        ...(onCurrent.length && { currentReplicas: onCurrent.length }),
        ...(updated.length && { updatedReplicas: updated.length }),
        currentRevision: shown,
        updateRevision: updateName,
        collisionCount: 0,
      });
      if (failed) {
        return RETRY_MS;
      }
      return available.length < ready.length ? minReady * 1000 : undefined;
    },
  };
}

function ordinalOf(pod: KubeObject): number {
  return Number(/-(\d+)$/.exec(pod.metadata.name)?.[1] ?? -1);
}

/** The hash of the revision that a pod was made by. */
function hashOf(pod: KubeObject): string {
  return pod.metadata.labels?.[REVISION_LABEL]?.split('-').pop() ?? '';
}

import type { KubeObject } from '../types';
import { sameJson, stableText } from '../values/json';
import { hashSuffix } from '../values/random';
import { claim, claimants } from './adoption';
import { deploymentStatus } from './deploymentStatus';
import { isActive, podsOf } from './pods';
import { maxSurge, maxUnavailable } from './rollingUpdate';
import {
  controllerOf,
  fromKey,
  keyOf,
  ownedByController,
  ownerKey,
  type Controller,
  type ControllerContext,
} from './types';

const REVISION = 'deployment.kubernetes.io/revision';
const DESIRED = 'deployment.kubernetes.io/desired-replicas';
const MAXIMUM = 'deployment.kubernetes.io/max-replicas';
const HASH = 'pod-template-hash';
const SOURCE = 'deployment-controller';

/** Keeps a ReplicaSet for each version of a Deployment's template and moves pods to the newest. */
export function deploymentController(context: ControllerContext): Controller {
  const { store, resources, clock, record } = context;
  const kind = resources.kinds.find('apps/v1', 'Deployment')!;
  const replicaSets = resources.kinds.find('apps/v1', 'ReplicaSet')!;

  const change = (
    set: KubeObject,
    edit: (set: KubeObject) => unknown,
  ): KubeObject =>
    resources.update(
      replicaSets,
      set.metadata.namespace!,
      set.metadata.name,
      edit,
    );

  const scale = (deployment: KubeObject, set: KubeObject, replicas: number) => {
    const total = deployment.spec.replicas;
    const surge = maxSurge(deployment);
    const annotations = {
      ...set.metadata.annotations,
      [DESIRED]: String(total),
      [MAXIMUM]: String(total + surge),
    };
    if (
      set.spec.replicas === replicas &&
      sameJson(set.metadata.annotations, annotations)
    ) {
      return;
    }
    const before = set.spec.replicas;
    change(set, one => ({
      ...one,
      metadata: { ...one.metadata, annotations },
      spec: { ...one.spec, replicas },
    }));
    if (before !== replicas) {
      const way = replicas > before ? 'up' : 'down';
      record(
        deployment,
        'Normal',
        'ScalingReplicaSet',
        `Scaled ${way} replica set ${set.metadata.name} from ${before} to ${replicas}`,
        SOURCE,
      );
    }
  };

  const newestSet = (deployment: KubeObject, sets: KubeObject[]) => {
    const { template } = deployment.spec;
    const current = sets.find(set => sameTemplate(set.spec.template, template));
    const revisions = sets
      .filter(set => set !== current)
      .map(set => Number(set.metadata.annotations?.[REVISION] ?? 0));
    const revision = String(Math.max(0, ...revisions) + 1);
    if (current) {
      const own = Number(current.metadata.annotations?.[REVISION] ?? 0);
      const annotations = {
        ...current.metadata.annotations,
        ...copiedAnnotations(deployment),
        [REVISION]: String(Math.max(own, Number(revision))),
      };
      return sameJson(annotations, current.metadata.annotations)
        ? current
        : change(current, one => ({
            ...one,
            metadata: { ...one.metadata, annotations },
          }));
    }
    const hash = hashSuffix(
      stableText([template, deployment.status?.collisionCount]),
    );
    const labels = { ...template.metadata?.labels, [HASH]: hash };
    const replicas = sets.length === 0 ? deployment.spec.replicas : 0;
    const created = resources.create(
      replicaSets,
      deployment.metadata.namespace!,
      {
        metadata: {
          name: `${deployment.metadata.name}-${hash}`,
          labels,
          annotations: {
            ...copiedAnnotations(deployment),
            [REVISION]: revision,
            [DESIRED]: String(deployment.spec.replicas),
            [MAXIMUM]: String(deployment.spec.replicas + maxSurge(deployment)),
          },
          ownerReferences: [ownedByController(deployment)],
        },
        spec: {
          replicas,
          selector: {
            ...deployment.spec.selector,
            matchLabels: {
              ...deployment.spec.selector.matchLabels,
              [HASH]: hash,
            },
          },
          ...(deployment.spec.minReadySeconds && {
            minReadySeconds: deployment.spec.minReadySeconds,
          }),
          template: {
            ...template,
            metadata: { ...template.metadata, labels },
          },
        },
      },
    );
    if (replicas) {
      record(
        deployment,
        'Normal',
        'ScalingReplicaSet',
        `Scaled up replica set ${created.metadata.name} from 0 to ${replicas}`,
        SOURCE,
      );
    }
    return created;
  };

  const roll = (
    deployment: KubeObject,
    newest: KubeObject,
    old: KubeObject[],
  ) => {
    const { replicas, strategy } = deployment.spec;
    if (strategy.type === 'Recreate') {
      old.forEach(set => scale(deployment, set, 0));
      const left = old
        .flatMap(set => podsOf(store, set))
        .filter(pod => isActive(pod) || pod.metadata.deletionTimestamp);
      if (!left.length) {
        scale(deployment, newest, replicas);
      }
      return;
    }
    const surge = maxSurge(deployment);
    const unavailable = maxUnavailable(deployment, surge);
    const total = [newest, ...old].reduce(
      (sum, set) => sum + set.spec.replicas,
      0,
    );
    const free = Math.max(0, replicas + surge - total);
    const grown = old.some(set => set.spec.replicas > 0)
      ? Math.min(replicas, newest.spec.replicas + free)
      : replicas;
    scale(deployment, newest, grown);

    // By what is asked for, not by what is: statuses lag behind.
    const grownSet = store.get(
      replicaSets.storage,
      newest.metadata.namespace!,
      newest.metadata.name,
    )!;
    const least = replicas - unavailable;
    const working = (set: KubeObject) => set.status?.availableReplicas ?? 0;
    const asked = old.reduce((sum, set) => sum + set.spec.replicas, grown);
    let room = asked - least - Math.max(0, grown - working(grownSet));
    let spare = [grownSet, ...old].reduce(
      (sum, set) => sum + working(set),
      -least,
    );
    for (const set of [...old].sort(byRevision)) {
      const broken = Math.min(
        Math.max(0, room),
        Math.max(0, set.spec.replicas - working(set)),
      );
      room -= broken;
      const going = Math.max(
        0,
        Math.min(set.spec.replicas - broken, room, spare),
      );
      room -= going;
      spare -= going;
      scale(deployment, set, set.spec.replicas - broken - going);
    }
  };

  const forgetOld = (deployment: KubeObject, old: KubeObject[]) => {
    const idle = old
      .filter(set => !set.spec.replicas && !set.status?.replicas)
      .sort(byRevision);
    const surplus = idle.length - deployment.spec.revisionHistoryLimit;
    idle.slice(0, Math.max(0, surplus)).forEach(set => {
      resources.delete(
        replicaSets,
        set.metadata.namespace!,
        set.metadata.name,
        { propagationPolicy: 'Background' },
      );
    });
  };

  return {
    name: 'deployment',
    concerns({ type, kind: changed, object }) {
      if (changed === kind.storage) {
        return [keyOf(object)];
      }
      if (changed === replicaSets.storage) {
        return controllerOf(object) || type === 'DELETED'
          ? ownerKey(object, 'Deployment')
          : claimants(
              store.list(kind.storage, object.metadata.namespace),
              object,
            ).map(keyOf);
      }
      if (changed === 'v1/Pod' && object.metadata.deletionTimestamp) {
        // A Recreate waits for the last old pod to be gone.
        const set = controllerOf(object);
        const owner =
          set?.kind === 'ReplicaSet'
            ? store.get(
                replicaSets.storage,
                object.metadata.namespace!,
                set.name,
              )
            : undefined;
        return owner ? ownerKey(owner, 'Deployment') : [];
      }
      return [];
    },
    reconcile(key) {
      const [namespace, name] = fromKey(key);
      const deployment = store.get(kind.storage, namespace, name);
      if (!deployment || deployment.metadata.deletionTimestamp) {
        return undefined;
      }
      claim(context, deployment, replicaSets, deployment.spec.selector);
      const owned = () =>
        store
          .ownedBy(deployment.metadata.uid!)
          .filter(
            set => set.kind === 'ReplicaSet' && !set.metadata.deletionTimestamp,
          );
      const { paused, replicas } = deployment.spec;
      if (paused) {
        const [running] = owned()
          .filter(set => set.spec.replicas > 0)
          .sort(byRevision)
          .slice(-1);
        if (
          running &&
          owned().filter(set => set.spec.replicas > 0).length === 1
        ) {
          scale(deployment, running, replicas);
        }
      } else {
        const newest = newestSet(deployment, owned());
        const old = owned().filter(
          set => set.metadata.uid !== newest.metadata.uid,
        );
        roll(deployment, newest, old);
        forgetOld(deployment, old);
      }
      const sets = owned();
      const newest = sets.find(set =>
        sameTemplate(set.spec.template, deployment.spec.template),
      );
      const { status, again } = deploymentStatus(
        deployment,
        sets,
        newest,
        clock.now(),
      );
      const revision = newest?.metadata.annotations?.[REVISION];
      resources.setStatus(
        deployment,
        status,
        revision ? { [REVISION]: revision } : {},
      );
      return again;
    },
  };
}

function sameTemplate(ofSet: any, ofDeployment: any): boolean {
  const { [HASH]: hash, ...labels } = ofSet.metadata?.labels ?? {};
  return sameJson(
    { ...ofSet, metadata: { ...ofSet.metadata, labels } },
    {
      ...ofDeployment,
      metadata: {
        ...ofDeployment.metadata,
        labels: ofDeployment.metadata?.labels ?? {},
      },
    },
  );
}

function copiedAnnotations(deployment: KubeObject): Record<string, string> {
  const {
    'kubectl.kubernetes.io/last-applied-configuration': applied,
    [REVISION]: revision,
    ...rest
  } = deployment.metadata.annotations ?? {};
  return rest;
}

function byRevision(a: KubeObject, b: KubeObject): number {
  const revision = (set: KubeObject) =>
    Number(set.metadata.annotations?.[REVISION] ?? 0);
  return revision(a) - revision(b);
}

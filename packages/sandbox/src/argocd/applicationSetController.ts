import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { expand } from './applicationSet';
import { applicationRef } from './applicationController';
import type { Tree } from './manifests';
import { ARGOCD_API, ARGOCD_NAMESPACE, kubeTime, refOf } from './names';
import { mergePatchOf } from './status';

/** Makes, changes and deletes the Applications of each ApplicationSet. */
export class ApplicationSetController {
  readonly #cluster: ClusterApi;
  readonly #now: () => Date;

  constructor(cluster: ClusterApi, now: () => Date) {
    this.#cluster = cluster;
    this.#now = now;
  }

  /** One look at all of them. */
  reconcileAll(tree: Tree): void {
    for (const set of this.#cluster.list(ARGOCD_API, 'ApplicationSet', {
      namespace: ARGOCD_NAMESPACE,
    })) {
      if (!set.metadata.deletionTimestamp) {
        this.#reconcile(set, tree);
      }
    }
  }

  #reconcile(set: KubeObject, tree: Tree): void {
    let wanted: KubeObject[];
    try {
      wanted = expand(set, tree);
    } catch (error) {
      this.#report(set, (error as Error).message, set.status?.resources ?? []);
      return;
    }
    const policy = set.spec.syncPolicy?.applicationsSync ?? 'sync';
    const updates = policy === 'sync' || policy === 'create-update';
    const deletes = policy === 'sync' || policy === 'create-delete';
    const problems = wanted.flatMap(application =>
      this.#ensure(set, application, updates),
    );
    const names = new Set(wanted.map(application => application.metadata.name));
    for (const old of this.#owned(set)) {
      if (
        deletes &&
        !names.has(old.metadata.name) &&
        !old.metadata.deletionTimestamp
      ) {
        this.#cluster.delete(refOf(old));
      }
    }
    const resources = this.#owned(set).map(({ metadata, status }) => ({
      group: 'argoproj.io',
      version: 'v1alpha1',
      kind: 'Application',
      namespace: metadata.namespace,
      name: metadata.name,
      status: status?.sync?.status ?? 'Unknown',
      health: { status: status?.health?.status ?? 'Unknown' },
    }));
    this.#report(set, problems[0], resources);
  }

  #owned(set: KubeObject): KubeObject[] {
    return this.#cluster
      .list(ARGOCD_API, 'Application', { namespace: ARGOCD_NAMESPACE })
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(owner => owner.uid === set.metadata.uid),
      );
  }

  #ensure(set: KubeObject, wanted: KubeObject, updates: boolean): string[] {
    const live = this.#cluster.get(applicationRef(wanted.metadata.name));
    if (!live) {
      this.#cluster.create(wanted);
      return [];
    }
    if (
      !live.metadata.ownerReferences?.some(
        owner => owner.uid === set.metadata.uid,
      )
    ) {
      return [
        `application ${live.metadata.name} exists and does not belong to ApplicationSet ${set.metadata.name}`,
      ];
    }
    if (updates && !live.metadata.deletionTimestamp) {
      const { labels, annotations } = wanted.metadata;
      const spec = mergePatchOf(live.spec, wanted.spec);
      // Others' labels and annotations stay.
      const metadata = mergePatchOf(live.metadata, {
        ...live.metadata,
        labels: { ...live.metadata.labels, ...labels },
        annotations: { ...live.metadata.annotations, ...annotations },
      });
      if (spec || metadata) {
        this.#cluster.patch(refOf(live), {
          ...(spec && { spec }),
          ...(metadata && { metadata }),
        });
      }
    }
    return [];
  }

  #report(
    set: KubeObject,
    problem: string | undefined,
    resources: object[],
  ): void {
    const at = kubeTime(this.#now());
    const condition = (type: string, status: boolean, reason: string) => {
      const message =
        problem ?? 'All applications have been generated successfully';
      const old = set.status?.conditions?.find(
        (one: { type: string }) => one.type === type,
      );
      const value = status ? 'True' : 'False';
      const same = old?.status === value && old.message === message;
      return {
        type,
        status: value,
        reason,
        message,
        lastTransitionTime: same ? old.lastTransitionTime : at,
      };
    };
    const status = {
      conditions: [
        condition(
          'ErrorOccurred',
          Boolean(problem),
          problem
            ? 'ApplicationGenerationFromParamsError'
            : 'ApplicationSetUpToDate',
        ),
        condition(
          'ParametersGenerated',
          !problem,
          problem ? 'ErrorOccurred' : 'ParametersGenerated',
        ),
        condition(
          'ResourcesUpToDate',
          !problem,
          problem ? 'ErrorOccurred' : 'ApplicationSetUpToDate',
        ),
      ],
      resources,
    };
    const patch = mergePatchOf(set.status ?? {}, status);
    if (patch) {
      this.#cluster.patch(refOf(set), { status: patch }, 'status');
    }
  }
}

import type { KubeObject } from '../types';
import { sameJson, stableText } from '../values/json';
import { hashSuffix } from '../values/random';
import { ownedByController, type ControllerContext } from './types';

/** The label that tells by which revision a pod was made. */
export const REVISION_LABEL = 'controller-revision-hash';

/** The ControllerRevision of an owner's template as it now is, created when new; older ones than its history allows go. */
export function currentRevision(
  { resources, store }: ControllerContext,
  owner: KubeObject,
): KubeObject {
  const kind = resources.kinds.find('apps/v1', 'ControllerRevision')!;
  const namespace = owner.metadata.namespace!;
  const data = {
    spec: { template: { ...owner.spec.template, $patch: 'replace' } },
  };
  const all = store
    .ownedBy(owner.metadata.uid!)
    .filter(one => one.kind === 'ControllerRevision')
    .sort((a, b) => a.revision - b.revision);
  const newest = all[all.length - 1];
  const same = all.find(one => sameJson(one.data, data));
  if (same) {
    return same === newest
      ? same
      : resources.update(kind, namespace, same.metadata.name, one => ({
          ...one,
          revision: newest.revision + 1,
        }));
  }
  const surplus = all.length - (owner.spec.revisionHistoryLimit ?? 10);
  all.slice(0, Math.max(0, surplus)).forEach(one => {
    resources.delete(kind, namespace, one.metadata.name);
  });
  const hash = hashSuffix(stableText(data), 9);
  return resources.create(kind, namespace, {
    metadata: {
      name: `${owner.metadata.name}-${hash}`,
      labels: {
        ...owner.spec.template.metadata?.labels,
        [REVISION_LABEL]: hash,
      },
      ownerReferences: [ownedByController(owner)],
    },
    data,
    revision: (newest?.revision ?? 0) + 1,
  });
}

/** The hash in a revision's name. */
export function revisionHash(revision: KubeObject): string {
  return revision.metadata.labels?.[REVISION_LABEL] ?? '';
}

import type { KubeObject } from '../types';
import { kindKey } from '../kinds/types';
import type { Controller, ControllerContext } from './types';

/** Deletes what is left without an owner, and carries out foreground and orphaning deletions. */
export function garbageCollector({
  resources,
  store,
}: ControllerContext): Controller {
  const idOf = (object: KubeObject) =>
    [
      kindKey(object.apiVersion, object.kind),
      object.metadata.namespace ?? '',
      object.metadata.name,
    ].join('|');

  const kindOf = (object: KubeObject) =>
    resources.kinds.find(object.apiVersion, object.kind);

  const ownerOf = (
    object: KubeObject,
    reference: { apiVersion: string; kind: string; name: string; uid: string },
  ) => {
    const kind = resources.kinds.find(reference.apiVersion, reference.kind);
    if (!kind) {
      return undefined;
    }
    const owner = store.get(
      kind.storage,
      kind.namespaced ? object.metadata.namespace ?? '' : '',
      reference.name,
    );
    return owner?.metadata.uid === reference.uid ? owner : undefined;
  };

  const collect = (object: KubeObject) => {
    const owners = object.metadata.ownerReferences ?? [];
    const kind = kindOf(object);
    if (!kind || !owners.length || object.metadata.deletionTimestamp) {
      return;
    }
    const waiting = (owner?: KubeObject) =>
      owner?.metadata.deletionTimestamp &&
      owner.metadata.finalizers?.includes('foregroundDeletion');
    const alive = owners
      .map(reference => ownerOf(object, reference))
      .filter(owner => owner && !waiting(owner));
    if (alive.length) {
      return;
    }
    const foreground = owners.some(reference =>
      waiting(ownerOf(object, reference)),
    );
    resources.delete(
      kind,
      object.metadata.namespace ?? '',
      object.metadata.name,
      { propagationPolicy: foreground ? 'Foreground' : 'Background' },
    );
  };

  const withoutFinalizer = (object: KubeObject, finalizer: string) =>
    resources.update(
      kindOf(object)!,
      object.metadata.namespace ?? '',
      object.metadata.name,
      one => ({
        ...one,
        metadata: {
          ...one.metadata,
          finalizers: one.metadata.finalizers?.filter(
            each => each !== finalizer,
          ),
        },
      }),
    );

  const orphan = (owner: KubeObject) => {
    for (const dependent of store.ownedBy(owner.metadata.uid!)) {
      resources.update(
        kindOf(dependent)!,
        dependent.metadata.namespace ?? '',
        dependent.metadata.name,
        one => ({
          ...one,
          metadata: {
            ...one.metadata,
            ownerReferences: one.metadata.ownerReferences?.filter(
              reference => reference.uid !== owner.metadata.uid,
            ),
          },
        }),
      );
    }
    withoutFinalizer(owner, 'orphan');
  };

  return {
    name: 'garbage-collector',
    concerns({ type, object }) {
      const { uid, ownerReferences, finalizers } = object.metadata;
      const ids: string[] = [];
      if (type === 'DELETED') {
        ids.push(...store.ownedBy(uid!).map(idOf));
        // A foreground deletion waits for its dependents.
        for (const reference of ownerReferences ?? []) {
          const owner = ownerOf(object, reference);
          if (owner?.metadata.deletionTimestamp) {
            ids.push(idOf(owner));
          }
        }
      } else if (
        ownerReferences?.length ||
        (object.metadata.deletionTimestamp && finalizers?.length)
      ) {
        ids.push(idOf(object));
      }
      return ids;
    },
    reconcile(id) {
      const [kind, namespace, name] = id.split('|');
      const object = store.get(kind, namespace, name);
      if (!object) {
        return undefined;
      }
      collect(object);
      const now = store.get(kind, namespace, name);
      if (!now?.metadata.deletionTimestamp) {
        return undefined;
      }
      if (now.metadata.finalizers?.includes('orphan')) {
        orphan(now);
      } else if (now.metadata.finalizers?.includes('foregroundDeletion')) {
        const dependents = store.ownedBy(now.metadata.uid!);
        dependents.forEach(collect);
        const blocking = store
          .ownedBy(now.metadata.uid!)
          .some(one =>
            one.metadata.ownerReferences?.some(
              reference =>
                reference.uid === now.metadata.uid &&
                reference.blockOwnerDeletion,
            ),
          );
        if (!blocking) {
          withoutFinalizer(now, 'foregroundDeletion');
        }
      }
      return undefined;
    },
  };
}

import type { EventRecorder } from './resources/EventRecorder';
import type { Resources } from './resources/Resources';
import { notFound, unknownPath } from './resources/status';
import { parseLabelSelector } from './resources/selectors';
import { serverSideApply } from './patch/serverSideApply';
import { mergePatch } from './patch/mergePatch';
import { timestamp } from './resources/time';
import { checkFields } from './schema';
import type { ClusterApi, ObjectRef } from './types';
import { copyJson } from './values/json';

/** The cluster for other parts of the process, by the same rules as over HTTP. */
export function clusterApi(
  resources: Resources,
  events: EventRecorder,
): ClusterApi {
  const kindOf = (ref: { apiVersion: string; kind: string }) => {
    const kind = resources.kinds.find(ref.apiVersion, ref.kind);
    if (!kind) {
      throw unknownPath();
    }
    return kind;
  };
  const find = (ref: ObjectRef) =>
    resources.store.get(kindOf(ref).storage, ref.namespace ?? '', ref.name);

  return {
    get(ref) {
      return copyJson(find(ref));
    },
    list(apiVersion, kind, filter = {}) {
      const matches = parseLabelSelector(filter.labelSelector ?? '');
      return resources
        .list(kindOf({ apiVersion, kind }), filter.namespace)
        .filter(object => matches(object.metadata.labels))
        .map(copyJson);
    },
    create(given) {
      const kind = kindOf(given);
      const object = copyJson(given);
      checkFields(kind, object, 'Strict');
      return copyJson(
        resources.create(kind, object.metadata.namespace ?? '', object),
      );
    },
    apply(given, manager) {
      const kind = kindOf(given);
      const object = copyJson(given);
      checkFields(kind, object, 'Strict');
      const { namespace = '', name } = object.metadata;
      const writer = {
        manager,
        operation: 'Apply' as const,
        time: timestamp(resources.clock.now()),
      };
      const live = resources.store.get(kind.storage, namespace, name);
      const options = { manager, keepManagedFields: true };
      const applied = live
        ? resources.update(
            kind,
            namespace,
            name,
            current => serverSideApply(current, object, writer, true),
            options,
          )
        : resources.create(
            kind,
            namespace,
            serverSideApply(undefined, object, writer, true),
            options,
          );
      return copyJson(applied);
    },
    patch(ref, patch, subresource) {
      const kind = kindOf(ref);
      const body =
        subresource === 'scale'
          ? {
              spec: {
                replicas: (patch as { spec?: { replicas?: number } }).spec
                  ?.replicas,
              },
            }
          : patch;
      return copyJson(
        resources.update(
          kind,
          ref.namespace ?? '',
          ref.name,
          current => mergePatch(current, body),
          // Kinds without a status of its own keep it with the rest.
          subresource === 'status' && kind.subresources.includes('status')
            ? { subresource }
            : {},
        ),
      );
    },
    delete(ref) {
      const kind = kindOf(ref);
      if (!find(ref)) {
        throw notFound(kind, ref.name);
      }
      resources.delete(kind, ref.namespace ?? '', ref.name, {
        propagationPolicy: 'Background',
      });
    },
    onEvent(listener) {
      return resources.store.subscribe(({ type, object }) =>
        listener({ type, object }),
      );
    },
    record(about, { type, reason, message, source }) {
      events.record(about, type, reason, message, source);
    },
  };
}

import type { Kind } from '../kinds/types';
import { jsonPatch } from '../patch/jsonPatch';
import { mergePatch } from '../patch/mergePatch';
import type { Resources, WriteOptions } from '../resources/Resources';
import { selectorText } from '../resources/selectors';
import { invalid } from '../resources/status';
import type { KubeObject } from '../types';

/** The autoscaling/v1 `Scale` of an object. */
export function scaleOf(object: KubeObject): any {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const { selector } = object.spec;
  const text =
    object.kind === 'ReplicationController'
      ? selectorText({ matchLabels: selector })
      : selectorText(selector);
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { ...(object.spec.replicas && { replicas: object.spec.replicas }) },
    status: { replicas: object.status?.replicas ?? 0, selector: text },
  };
}

/** Sets the number of replicas by a `Scale` that was sent or by a patch of it. @throws 422 for a number that is none */
export function rescale(
  resources: Resources,
  target: { kind: Kind; namespace: string; name: string },
  body: unknown,
  contentType: string | undefined,
  options: WriteOptions,
): KubeObject {
  const { kind, namespace, name } = target;
  return resources.update(
    kind,
    namespace,
    name,
    current => {
      const before = scaleOf(current);
      let wanted: any = body;
      if (contentType?.startsWith('application/json-patch')) {
        wanted = jsonPatch(before, body);
      } else if (contentType) {
        wanted = mergePatch(before, body);
      }
      const replicas = wanted?.spec?.replicas ?? 0;
      if (!Number.isInteger(replicas) || replicas < 0) {
        throw invalid('autoscaling', 'Scale', name, [
          {
            reason: 'FieldValueInvalid',
            message: `Invalid value: ${JSON.stringify(
              replicas,
            )}: must be greater than or equal to 0`,
            field: 'spec.replicas',
          },
        ]);
      }
      return {
        ...current,
        metadata: {
          ...current.metadata,
          resourceVersion:
            wanted?.metadata?.resourceVersion ??
            current.metadata.resourceVersion,
        },
        spec: { ...current.spec, replicas },
      };
    },
    options,
  );
}

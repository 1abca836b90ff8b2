import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';

/** Why a container's environment can't be made, in the kubelet's words, or undefined when it can. */
export function environmentProblem(
  store: ObjectStore,
  pod: KubeObject,
  container: any,
): string | undefined {
  const namespace = pod.metadata.namespace!;
  for (const source of container.envFrom ?? []) {
    const problem =
      missing(store, namespace, 'ConfigMap', source.configMapRef) ??
      missing(store, namespace, 'Secret', source.secretRef);
    if (problem) {
      return problem;
    }
  }
  for (const { valueFrom } of container.env ?? []) {
    const problem =
      missing(store, namespace, 'ConfigMap', valueFrom?.configMapKeyRef) ??
      missing(store, namespace, 'Secret', valueFrom?.secretKeyRef);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}

function missing(
  store: ObjectStore,
  namespace: string,
  kind: 'ConfigMap' | 'Secret',
  reference?: { name: string; key?: string; optional?: boolean },
): string | undefined {
  if (!reference || reference.optional) {
    return undefined;
  }
  const { name, key } = reference;
  const object = store.get(`v1/${kind}`, namespace, name);
  if (!object) {
    return `${kind.toLowerCase()} "${name}" not found`;
  }
  const found =
    key === undefined ||
    object.data?.[key] !== undefined ||
    object.binaryData?.[key] !== undefined;
  return found
    ? undefined
    : `couldn't find key ${key} in ${kind} ${namespace}/${name}`;
}

/** Why a volume can't be mounted, in the kubelet's words, or undefined when all can. */
export function volumesProblem(
  store: ObjectStore,
  pod: KubeObject,
): string | undefined {
  const namespace = pod.metadata.namespace!;
  for (const volume of pod.spec.volumes ?? []) {
    const { configMap, secret } = volume;
    const sources: Array<['ConfigMap' | 'Secret', any]> = [
      ['ConfigMap', configMap && { ...configMap }],
      ['Secret', secret && { ...secret, name: secret.secretName }],
      ...(volume.projected?.sources ?? []).flatMap(
        (source: any): Array<['ConfigMap' | 'Secret', any]> => [
          ['ConfigMap', source.configMap],
          ['Secret', source.secret],
        ],
      ),
    ];
    for (const [kind, source] of sources) {
      if (!source || source.optional) {
        continue;
      }
      const object = store.get(`v1/${kind}`, namespace, source.name);
      const prefix = `MountVolume.SetUp failed for volume "${volume.name}" : `;
      if (!object) {
        return `${prefix}${kind.toLowerCase()} "${source.name}" not found`;
      }
      const absent = source.items?.find(
        (item: any) =>
          object.data?.[item.key] === undefined &&
          object.binaryData?.[item.key] === undefined,
      );
      if (absent) {
        return `${prefix}references non-existent ${
          kind === 'ConfigMap' ? 'config' : 'secret'
        } key: ${absent.key}`;
      }
    }
  }
  return undefined;
}

/** Names of the ConfigMaps and Secrets that a pod needs, as `kind/name`. */
export function referencesOf(pod: KubeObject): Set<string> {
  const names = new Set<string>();
  const add = (kind: string, name?: string) => {
    if (name) {
      names.add(`${kind}/${name}`);
    }
  };
  for (const volume of pod.spec.volumes ?? []) {
    for (const source of [volume, ...(volume.projected?.sources ?? [])]) {
      add('ConfigMap', source.configMap?.name);
      add('Secret', source.secret?.secretName ?? source.secret?.name);
    }
  }
  for (const container of [
    ...pod.spec.containers,
    ...(pod.spec.initContainers ?? []),
  ]) {
    for (const source of container.envFrom ?? []) {
      add('ConfigMap', source.configMapRef?.name);
      add('Secret', source.secretRef?.name);
    }
    for (const { valueFrom } of container.env ?? []) {
      add('ConfigMap', valueFrom?.configMapKeyRef?.name);
      add('Secret', valueFrom?.secretKeyRef?.name);
    }
  }
  return names;
}

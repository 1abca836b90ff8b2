/** How the items of a list are told apart: by these fields, by their value, or not at all (the list is one value). */
export type ListKeys = string[] | 'values' | undefined;

/** By the name of the list's field; those that depend on where they are come below. */
const BY_FIELD: Record<string, ListKeys> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  ownerReferences: ['uid'],
  finalizers: 'values',
  loadBalancerSourceRanges: undefined,
};

/**
 * The keys of a list at a path of field names, list items left out
 * (`spec.template.spec.containers.ports`), of a kind of the API itself.
 * Lists of custom resources are one value each, but for those of their metadata.
 */
export function listKeys(kind: string, path: string[]): ListKeys {
  const field = path[path.length - 1];
  const parent = path[path.length - 2];
  if (path[0] === 'metadata') {
    return BY_FIELD[field];
  }
  if (!isBuiltIn(kind)) {
    return undefined;
  }
  if (field === 'ports') {
    if (parent === 'containers' || parent === 'initContainers') {
      return ['containerPort', 'protocol'];
    }
    return kind === 'v1/Service' && parent === 'spec'
      ? ['port', 'protocol']
      : undefined;
  }
  if (field === 'conditions') {
    return parent === 'status' ? ['type'] : undefined;
  }
  if (field === 'secrets' && kind === 'v1/ServiceAccount') {
    return ['name'];
  }
  return BY_FIELD[field];
}

function isBuiltIn(kind: string): boolean {
  const group = kind.split('/').length === 3 ? kind.split('/')[0] : '';
  return !group.includes('.') || group.endsWith('.k8s.io');
}

/** The values that tell an item from its neighbours, in the order of `keys`. */
export function itemKey(item: any, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(
    [...keys]
      .sort()
      .map(key => [
        key,
        item?.[key] ?? (key === 'protocol' ? 'TCP' : undefined),
      ]),
  );
}

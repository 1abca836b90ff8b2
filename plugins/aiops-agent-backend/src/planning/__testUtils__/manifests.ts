/* Reads manifests as loosely as they are: any object of Kubernetes. */
type Json = Record<string, unknown>;

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};
const asList = (value: unknown): Json[] =>
  Array.isArray(value) ? value.map(asObject) : [];

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => asObject(inner)[key], value);
}

const matches = (selector: unknown, labels: unknown) =>
  Object.entries(asObject(selector)).every(
    ([key, value]) => asObject(labels)[key] === value,
  );

const nameOf = (object: Json) => String(at(object, 'metadata', 'name'));

function containerFaults(container: Json, isMain: boolean): string[] {
  const needed = [
    ['image'],
    ['resources', 'requests', 'cpu'],
    ['resources', 'requests', 'memory'],
    ['resources', 'limits', 'cpu'],
    ['resources', 'limits', 'memory'],
    ...(isMain
      ? [['startupProbe'], ['readinessProbe'], ['livenessProbe']]
      : []),
  ];
  const faults = needed
    .filter(path => at(container, ...path) === undefined)
    .map(path => `${container.name} has no ${path.join('.')}`);
  if (
    at(container, 'securityContext', 'allowPrivilegeEscalation') !== false ||
    JSON.stringify(at(container, 'securityContext', 'capabilities', 'drop')) !==
      '["ALL"]'
  ) {
    faults.push(`${container.name} may gain privileges`);
  }
  if (/:latest$|^[^:]+$/.test(String(container.image))) {
    faults.push(`${container.name} has no pinned image`);
  }
  return faults;
}

function workloadFaults(workload: Json, all: Json[]): string[] {
  const template = at(workload, 'spec', 'template');
  const labels = at(template, 'metadata', 'labels');
  const pod = asObject(at(template, 'spec'));
  const main = asList(pod.containers);
  const containers = [...asList(pod.initContainers), ...main];
  const faults = containers.flatMap(container =>
    containerFaults(container, main.includes(container)),
  );
  if (!matches(at(workload, 'spec', 'selector', 'matchLabels'), labels)) {
    faults.push('its selector finds other pods');
  }
  if (!labels || !asObject(labels)['app.kubernetes.io/part-of']) {
    faults.push('its pods have no part-of');
  }
  if (
    at(pod, 'securityContext', 'seccompProfile', 'type') !== 'RuntimeDefault'
  ) {
    faults.push('it has no seccomp profile');
  }
  const named = (kind: string, name: unknown) =>
    all.find(object => object.kind === kind && nameOf(object) === name);
  for (const entry of containers.flatMap(({ env }) => asList(env))) {
    const reference = at(entry, 'valueFrom', 'secretKeyRef');
    if (reference) {
      const secret = all.find(
        object =>
          object.kind === 'ExternalSecret' &&
          at(object, 'spec', 'target', 'name') === at(reference, 'name'),
      );
      const keys = asList(at(secret, 'spec', 'data')).map(one => one.secretKey);
      if (!keys.includes(at(reference, 'key'))) {
        faults.push(`${entry.name} is of a secret that nothing makes`);
      }
    }
  }
  const volumes = [
    ...asList(pod.volumes),
    ...asList(at(workload, 'spec', 'volumeClaimTemplates')).map(claim => ({
      name: nameOf(claim),
    })),
  ];
  for (const volume of volumes) {
    const claim = at(volume, 'persistentVolumeClaim', 'claimName');
    if (claim !== undefined && !named('PersistentVolumeClaim', claim)) {
      faults.push(`there is no claim ${claim}`);
    }
  }
  for (const mount of containers.flatMap(one => asList(one.volumeMounts))) {
    if (!volumes.some(volume => volume.name === mount.name)) {
      faults.push(`there is no volume ${mount.name}`);
    }
  }
  return faults;
}

function serviceFaults(service: Json, all: Json[]): string[] {
  const pods = all
    .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
    .map(workload => at(workload, 'spec', 'template'))
    .filter(template =>
      matches(
        at(service, 'spec', 'selector'),
        at(template, 'metadata', 'labels'),
      ),
    );
  const ports = pods
    .flatMap(template => asList(at(template, 'spec', 'containers')))
    .flatMap(container => asList(container.ports))
    .map(port => port.name);
  const open = asList(at(service, 'spec', 'ports'));
  return pods.length === 1 &&
    open.every(port => ports.includes(port.targetPort))
    ? []
    : ['it leads to no port of one workload'];
}

function ingressFaults(ingress: Json, all: Json[]): string[] {
  const backends = asList(at(ingress, 'spec', 'rules'))
    .flatMap(rule => asList(at(rule, 'http', 'paths')))
    .map(path => asObject(at(path, 'backend', 'service')));
  return backends.every(backend =>
    all.some(
      object =>
        object.kind === 'Service' &&
        nameOf(object) === backend.name &&
        asList(at(object, 'spec', 'ports')).some(
          port => port.name === at(backend, 'port', 'name'),
        ),
    ),
  )
    ? []
    : ['it leads to no service'];
}

/** What a cluster, or whoever reviews it, would find wrong with manifests. */
export function structuralFaults(all: Json[]): string[] {
  return all.flatMap(object => {
    const faults: string[] = [];
    if (object.kind === 'Deployment' || object.kind === 'StatefulSet') {
      faults.push(...workloadFaults(object, all));
    } else if (object.kind === 'Service') {
      faults.push(...serviceFaults(object, all));
    } else if (object.kind === 'Ingress') {
      faults.push(...ingressFaults(object, all));
    }
    const labels = at(object, 'metadata', 'labels');
    for (const label of [
      'name',
      'instance',
      'part-of',
      'component',
      'managed-by',
    ]) {
      if (!asObject(labels)[`app.kubernetes.io/${label}`]) {
        faults.push(`it has no label ${label}`);
      }
    }
    if (!at(object, 'metadata', 'namespace')) {
      faults.push('it has no namespace');
    }
    return faults.map(fault => `${object.kind} ${nameOf(object)}: ${fault}`);
  });
}

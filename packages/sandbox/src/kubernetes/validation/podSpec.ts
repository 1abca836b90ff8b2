import { parseQuantity, quantity } from '../values/quantity';
import { checkLabelName } from './names';
import type { Problems } from './types';

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** The spec of a pod or of a template; `allowed` are the restart policies that its owner permits, `claimed` the volumes that it brings. */
export function checkPodSpec(
  problems: Problems,
  field: string,
  spec: any,
  allowed = RESTART_POLICIES,
  claimed: string[] = [],
): void {
  if (!spec?.containers?.length) {
    problems.required(`${field}.containers`);
    return;
  }
  if (!allowed.includes(spec.restartPolicy)) {
    problems.unsupported(`${field}.restartPolicy`, spec.restartPolicy, allowed);
  }
  const volumes = new Set<string>(claimed);
  (spec.volumes ?? []).forEach((volume: any, index: number) => {
    const at = `${field}.volumes[${index}]`;
    checkVolume(problems, at, volume);
    if (volumes.has(volume.name)) {
      problems.duplicate(`${at}.name`, volume.name);
    }
    volumes.add(volume.name);
  });
  const names = new Set<string>();
  for (const list of ['initContainers', 'containers']) {
    (spec[list] ?? []).forEach((container: any, index: number) => {
      const at = `${field}.${list}[${index}]`;
      checkContainer(problems, at, container, volumes);
      if (container.name && names.has(container.name)) {
        problems.duplicate(`${at}.name`, container.name);
      }
      names.add(container.name);
    });
  }
}

function checkVolume(problems: Problems, at: string, volume: any): void {
  if (!volume.name) {
    problems.required(`${at}.name`);
  } else {
    checkLabelName(problems, `${at}.name`, volume.name);
  }
  const sources = Object.keys(volume).filter(key => key !== 'name');
  if (sources.length > 1) {
    problems.forbidden(
      `${at}.${sources[1]}`,
      'may not specify more than 1 volume type',
    );
  }
  const names: Array<[path: string, name: unknown]> = [
    ['secret.secretName', volume.secret && volume.secret.secretName],
    ['configMap.name', volume.configMap && volume.configMap.name],
    [
      'persistentVolumeClaim.claimName',
      volume.persistentVolumeClaim && volume.persistentVolumeClaim.claimName,
    ],
  ];
  for (const [path, name] of names) {
    if (volume[path.split('.')[0]] && !name) {
      problems.required(`${at}.${path}`);
    }
  }
}

function checkContainer(
  problems: Problems,
  at: string,
  container: any,
  volumes: Set<string>,
): void {
  if (!container.name) {
    problems.required(`${at}.name`);
  } else {
    checkLabelName(problems, `${at}.name`, container.name);
  }
  if (!container.image) {
    problems.required(`${at}.image`);
  } else if (container.image !== container.image.trim()) {
    problems.invalid(
      `${at}.image`,
      container.image,
      'must not have leading or trailing whitespace',
    );
  }
  if (!PULL_POLICIES.includes(container.imagePullPolicy)) {
    problems.unsupported(
      `${at}.imagePullPolicy`,
      container.imagePullPolicy,
      PULL_POLICIES,
    );
  }
  checkResources(problems, `${at}.resources`, container.resources ?? {});
  (container.ports ?? []).forEach((port: any, index: number) => {
    const where = `${at}.ports[${index}]`;
    checkPort(problems, `${where}.containerPort`, port.containerPort);
    if (!PROTOCOLS.includes(port.protocol)) {
      problems.unsupported(`${where}.protocol`, port.protocol, PROTOCOLS);
    }
  });
  (container.env ?? []).forEach((one: any, index: number) => {
    const where = `${at}.env[${index}]`;
    if (!one.name) {
      problems.required(`${where}.name`);
    } else if (!ENV_NAME.test(one.name)) {
      problems.invalid(
        `${where}.name`,
        one.name,
        "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')",
      );
    }
    if (one.value && one.valueFrom) {
      problems.invalid(
        `${where}.valueFrom`,
        '',
        'may not be specified when `value` is not empty',
      );
    }
  });
  const mounts = new Set<string>();
  (container.volumeMounts ?? []).forEach((mount: any, index: number) => {
    const where = `${at}.volumeMounts[${index}]`;
    if (!mount.mountPath) {
      problems.required(`${where}.mountPath`);
    } else if (mounts.has(mount.mountPath)) {
      problems.invalid(`${where}.mountPath`, mount.mountPath, 'must be unique');
    }
    mounts.add(mount.mountPath);
    if (!volumes.has(mount.name)) {
      problems.notFound(`${where}.name`, mount.name);
    }
  });
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    checkProbe(problems, `${at}.${name}`, name, container[name]);
  }
}

function checkResources(problems: Problems, at: string, resources: any): void {
  for (const side of ['limits', 'requests']) {
    for (const [name, value] of Object.entries(resources[side] ?? {})) {
      const amount = parseQuantity(value);
      if (amount === undefined) {
        problems.invalid(`${at}.${side}[${name}]`, value, 'must be a quantity');
      } else if (amount < 0) {
        problems.invalid(
          `${at}.${side}[${name}]`,
          value,
          'must be greater than or equal to 0',
        );
      }
    }
  }
  for (const [name, value] of Object.entries(resources.requests ?? {})) {
    const limit = resources.limits?.[name];
    if (limit !== undefined && quantity(value) > quantity(limit)) {
      problems.invalid(
        `${at}.requests`,
        value,
        `must be less than or equal to ${name} limit of ${limit}`,
      );
    }
  }
}

function checkProbe(
  problems: Problems,
  at: string,
  name: string,
  probe: any,
): void {
  if (!probe) {
    return;
  }
  const handlers = ['httpGet', 'tcpSocket', 'exec', 'grpc'].filter(
    one => probe[one],
  );
  if (!handlers.length) {
    problems.required(at, 'must specify a handler type');
  } else if (handlers.length > 1) {
    problems.forbidden(
      `${at}.${handlers[1]}`,
      'may not specify more than 1 handler type',
    );
  }
  if (name !== 'readinessProbe' && probe.successThreshold !== 1) {
    problems.invalid(
      `${at}.successThreshold`,
      probe.successThreshold,
      'must be 1',
    );
  }
}

/** A number that a port can have. */
export function checkPort(
  problems: Problems,
  field: string,
  port: unknown,
): void {
  if (port === undefined) {
    problems.required(field);
  } else if (
    !Number.isInteger(port) ||
    Number(port) < 1 ||
    Number(port) > 65535
  ) {
    problems.invalid(field, port, 'must be between 1 and 65535, inclusive');
  }
}

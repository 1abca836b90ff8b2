import type { KubeObject } from '../types';
import { parseQuantity, quantity } from '../values/quantity';
import { sameJson } from '../values/json';
import { checkLabelName } from './names';
import { checkPort } from './podSpec';
import type { Problems } from './types';

type Check = (
  problems: Problems,
  object: KubeObject,
  previous?: KubeObject,
) => void;

const SERVICE_TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const DATA_KEY = /^[-._a-zA-Z0-9]+$/;
const HOST =
  /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const service: Check = (problems, { spec }, previous) => {
  const { type, ports = [], clusterIP } = spec ?? {};
  if (!SERVICE_TYPES.includes(type)) {
    problems.unsupported('spec.type', type, SERVICE_TYPES);
  }
  if (type === 'ExternalName' && !spec.externalName) {
    problems.required('spec.externalName');
  }
  if (!ports.length && clusterIP !== 'None' && type !== 'ExternalName') {
    problems.required('spec.ports');
  }
  const names = new Set<string>();
  ports.forEach((port: any, index: number) => {
    const at = `spec.ports[${index}]`;
    checkPort(problems, `${at}.port`, port.port);
    if (ports.length > 1 && !port.name) {
      problems.required(`${at}.name`);
    } else if (port.name) {
      checkLabelName(problems, `${at}.name`, port.name);
      if (names.has(port.name)) {
        problems.duplicate(`${at}.name`, port.name);
      }
      names.add(port.name);
    }
    if (port.nodePort && (port.nodePort < 30000 || port.nodePort > 32767)) {
      problems.invalid(
        `${at}.nodePort`,
        port.nodePort,
        'provided port is not in the valid range. The range of valid ports is 30000-32767',
      );
    }
  });
  const before = previous?.spec;
  if (
    before?.clusterIP &&
    before.type !== 'ExternalName' &&
    type !== 'ExternalName' &&
    clusterIP !== before.clusterIP
  ) {
    problems.invalid(
      'spec.clusterIPs[0]',
      clusterIP,
      'may not change once set',
    );
  }
};

const keys: Check = (problems, object, previous) => {
  let size = 0;
  for (const field of ['data', 'binaryData']) {
    for (const [key, value] of Object.entries(object[field] ?? {})) {
      size += String(value).length;
      if (!DATA_KEY.test(key)) {
        problems.invalid(
          `${field}[${key}]`,
          key,
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
        );
      }
    }
  }
  if (size > 1024 * 1024) {
    problems.invalid(
      'data',
      '',
      'Too long: may not be more than 1048576 bytes',
    );
  }
  if (
    previous?.immutable &&
    !sameJson(
      [previous.data, previous.binaryData],
      [object.data, object.binaryData],
    )
  ) {
    problems.forbidden('data', 'field is immutable when `immutable` is set');
  }
};

const claim: Check = (problems, { spec }, previous) => {
  if (!spec?.accessModes?.length) {
    problems.required('spec.accessModes', 'at least 1 access mode is required');
  }
  const size = spec?.resources?.requests?.storage;
  if (size === undefined) {
    problems.required('spec.resources[storage]');
  } else if (!((parseQuantity(size) ?? 0) > 0)) {
    problems.invalid(
      'spec.resources[storage]',
      size,
      'must be greater than zero',
    );
  }
  if (previous) {
    const fixed = ({ resources, volumeName, ...rest }: any) => rest;
    if (!sameJson(fixed(previous.spec), fixed(spec))) {
      problems.forbidden(
        'spec',
        'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
      );
    }
    const before = previous.spec.resources?.requests?.storage;
    if (quantity(size) < quantity(before)) {
      problems.forbidden(
        'spec.resources.requests.storage',
        'field can not be less than status.capacity',
      );
    }
  }
};

const quantities =
  (path: string[]): Check =>
  (problems, object) => {
    let list: any = object;
    for (const part of path) {
      list = list?.[part];
    }
    for (const [name, value] of Object.entries(list ?? {})) {
      const amount = parseQuantity(value);
      if (amount === undefined || amount < 0) {
        problems.invalid(
          `${path.join('.')}[${name}]`,
          value,
          'must be greater than or equal to 0',
        );
      }
    }
  };

const ingress: Check = (problems, { spec }) => {
  if (!spec?.rules?.length && !spec?.defaultBackend) {
    problems.invalid(
      'spec',
      {},
      'either `defaultBackend` or `rules` must be specified',
    );
  }
  (spec?.rules ?? []).forEach((rule: any, index: number) => {
    const at = `spec.rules[${index}]`;
    if (rule.host && (!HOST.test(rule.host) || rule.host.length > 253)) {
      problems.invalid(
        `${at}.host`,
        rule.host,
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
      );
    }
    (rule.http?.paths ?? []).forEach((path: any, number: number) => {
      const where = `${at}.http.paths[${number}]`;
      if (!path.pathType) {
        problems.required(`${where}.pathType`, 'pathType must be specified');
      } else if (
        path.pathType !== 'ImplementationSpecific' &&
        !path.path?.startsWith('/')
      ) {
        problems.invalid(
          `${where}.path`,
          path.path,
          'must be an absolute path',
        );
      }
      if (!path.backend?.service && !path.backend?.resource) {
        problems.required(`${where}.backend`);
      }
    });
  });
};

const binding: Check = (problems, object, previous) => {
  if (!object.roleRef?.name) {
    problems.required('roleRef.name');
  }
  if (previous && !sameJson(previous.roleRef, object.roleRef)) {
    problems.invalid('roleRef', object.roleRef, 'cannot change roleRef');
  }
  (object.subjects ?? []).forEach((subject: any, index: number) => {
    if (!subject.name) {
      problems.required(`subjects[${index}].name`);
    }
    if (subject.kind === 'ServiceAccount' && !subject.namespace) {
      problems.required(`subjects[${index}].namespace`);
    }
  });
};

/** The checks of everything else. */
export const OTHER_CHECKS: Record<string, Check> = {
  'v1/Service': service,
  'v1/ConfigMap': keys,
  'v1/Secret': (problems, object, previous) => {
    keys(problems, object, previous);
    if (previous && previous.type !== object.type) {
      problems.invalid('type', object.type, 'field is immutable');
    }
    for (const [key, value] of Object.entries(object.data ?? {})) {
      if (
        typeof value === 'string' &&
        !/^[A-Za-z0-9+/\s]*={0,2}$/.test(value)
      ) {
        problems.invalid(`data[${key}]`, '<secret>', 'illegal base64 data');
      }
    }
  },
  'v1/PersistentVolumeClaim': claim,
  'v1/ResourceQuota': quantities(['spec', 'hard']),
  'networking.k8s.io/v1/Ingress': ingress,
  'rbac.authorization.k8s.io/v1/RoleBinding': binding,
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': binding,
  'autoscaling/v2/HorizontalPodAutoscaler': (problems, { spec }) => {
    if (!(spec?.maxReplicas >= 1)) {
      problems.invalid(
        'spec.maxReplicas',
        spec?.maxReplicas ?? 0,
        'must be greater than 0',
      );
    } else if (spec.maxReplicas < spec.minReplicas) {
      problems.invalid(
        'spec.maxReplicas',
        spec.maxReplicas,
        'must be greater than or equal to `minReplicas`',
      );
    }
    if (!spec?.scaleTargetRef?.name) {
      problems.required('spec.scaleTargetRef.name');
    }
  },
  'apiextensions.k8s.io/v1/CustomResourceDefinition': (problems, object) => {
    const { names, group, versions } = object.spec ?? {};
    if (!versions?.length) {
      problems.required('spec.versions');
    }
    if (object.metadata.name !== `${names?.plural}.${group}`) {
      problems.invalid(
        'metadata.name',
        object.metadata.name,
        'must be spec.names.plural+"."+spec.group',
      );
    }
  },
};

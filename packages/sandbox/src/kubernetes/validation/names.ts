import type { KubeObject } from '../types';
import type { Problems } from './types';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const PATH_SEGMENT = /^(?!\.{1,2}$)[^/%]+$/;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

const LABEL_HELP =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SERVICE_HELP =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN_HELP =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const VALUE_HELP =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const QUALIFIED_HELP =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

/** Kinds whose names are one DNS label. */
const LABEL_KINDS = new Set(['v1/Namespace']);
const PATH_KINDS = /^(rbac\.authorization\.k8s\.io)\//;

/** A DNS label (RFC 1123), as names of containers and ports are. */
export function checkLabelName(
  problems: Problems,
  field: string,
  name: unknown,
): void {
  const text = String(name ?? '');
  if (text.length > 63) {
    problems.invalid(field, name, 'must be no more than 63 characters');
  }
  if (!LABEL.test(text)) {
    problems.invalid(field, name, LABEL_HELP);
  }
}

/** The name of an object of this kind. */
export function checkName(problems: Problems, object: KubeObject): void {
  const { name } = object.metadata;
  const kind = `${object.apiVersion}/${object.kind}`;
  const field = 'metadata.name';
  if (!name) {
    problems.required(field, 'name or generateName is required');
  } else if (LABEL_KINDS.has(kind)) {
    checkLabelName(problems, field, name);
  } else if (kind === 'v1/Service') {
    if (name.length > 63) {
      problems.invalid(field, name, 'must be no more than 63 characters');
    }
    if (!SERVICE.test(name)) {
      problems.invalid(field, name, SERVICE_HELP);
    }
  } else if (PATH_KINDS.test(kind)) {
    if (!PATH_SEGMENT.test(name)) {
      problems.invalid(field, name, "may not contain '/' or '%'");
    }
  } else {
    if (name.length > 253) {
      problems.invalid(field, name, 'must be no more than 253 characters');
    }
    if (!SUBDOMAIN.test(name)) {
      problems.invalid(field, name, SUBDOMAIN_HELP);
    }
  }
}

/** Labels, of an object, a template or a selector. */
export function checkLabels(
  problems: Problems,
  field: string,
  labels: unknown,
): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    checkQualifiedKey(problems, field, key);
    if (typeof value !== 'string') {
      problems.invalid(field, value, 'must be a string');
    } else if (value.length > 63) {
      problems.invalid(field, value, 'must be no more than 63 characters');
    } else if (!LABEL_VALUE.test(value)) {
      problems.invalid(field, value, VALUE_HELP);
    }
  }
}

/** The keys of labels and annotations: `example.com/name`. */
export function checkQualifiedKey(
  problems: Problems,
  field: string,
  key: string,
): void {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  if (parts.length > 2) {
    problems.invalid(
      field,
      key,
      `a qualified name must consist of alphanumeric characters with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    );
  } else if (parts.length === 2 && !SUBDOMAIN.test(parts[0])) {
    problems.invalid(field, key, `prefix part ${SUBDOMAIN_HELP}`);
  } else if (name.length > 63) {
    problems.invalid(
      field,
      key,
      'name part must be no more than 63 characters',
    );
  } else if (!QUALIFIED.test(name)) {
    problems.invalid(field, key, QUALIFIED_HELP);
  }
}

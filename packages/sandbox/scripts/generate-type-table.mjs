#!/usr/bin/env node
/**
 * Writes src/kubernetes/schema/typeTable.ts: names, numbers and types of the
 * fields of Kubernetes' kinds, and descriptions.txt beside it: what Kubernetes
 * says of them. Both from the Go modules k8s.io/api and k8s.io/apimachinery of
 * one release.
 *
 *   go mod download -json k8s.io/api@v0.32.13 k8s.io/apimachinery@v0.32.13
 *   node scripts/generate-type-table.mjs <Dir of api> <Dir of apimachinery>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [api, machinery] = process.argv.slice(2);
if (!machinery) {
  process.stderr.write(
    'usage: generate-type-table.mjs <k8s.io/api> <k8s.io/apimachinery>\n',
  );
  process.exit(2);
}

/** What the marks of a field (`// +listType=map`) say under a key. */
function valuesOf(marks, key) {
  return marks.filter(([one]) => one === key).map(([, value]) => value);
}

function containerOf(label, mapType) {
  if (label === 'repeated') {
    return '[]';
  }
  return mapType ? '{}' : '';
}

const PACKAGES = {
  'k8s.io.apimachinery.pkg.apis.meta.v1': join(machinery, 'pkg/apis/meta/v1'),
  ...Object.fromEntries(
    [
      'core/v1',
      'apps/v1',
      'batch/v1',
      'networking/v1',
      'discovery/v1',
      'rbac/v1',
      'autoscaling/v1',
      'autoscaling/v2',
      'policy/v1',
      'storage/v1',
      'scheduling/v1',
      'events/v1',
      'coordination/v1',
      'authorization/v1',
      'authentication/v1',
      'admissionregistration/v1',
      'certificates/v1',
      'flowcontrol/v1',
      'node/v1',
    ].map(name => [`k8s.io.api.${name.replace('/', '.')}`, join(api, name)]),
  ),
};

const ROOTS = [
  'meta/v1.DeleteOptions',
  ...'Namespace Pod Service Endpoints ConfigMap Secret PersistentVolumeClaim PersistentVolume Node Event ServiceAccount ResourceQuota LimitRange ReplicationController PodTemplate ComponentStatus Binding'
    .split(' ')
    .map(kind => `core/v1.${kind}`),
  ...'Deployment ReplicaSet StatefulSet DaemonSet ControllerRevision'
    .split(' ')
    .map(kind => `apps/v1.${kind}`),
  'batch/v1.Job',
  'batch/v1.CronJob',
  'networking/v1.Ingress',
  'networking/v1.IngressClass',
  'networking/v1.NetworkPolicy',
  'discovery/v1.EndpointSlice',
  ...'Role RoleBinding ClusterRole ClusterRoleBinding'
    .split(' ')
    .map(kind => `rbac/v1.${kind}`),
  'autoscaling/v1.Scale',
  'autoscaling/v1.HorizontalPodAutoscaler',
  'autoscaling/v2.HorizontalPodAutoscaler',
  'policy/v1.PodDisruptionBudget',
  'policy/v1.Eviction',
  ...'StorageClass CSIDriver CSINode CSIStorageCapacity VolumeAttachment'
    .split(' ')
    .map(kind => `storage/v1.${kind}`),
  ...'MutatingWebhookConfiguration ValidatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding'
    .split(' ')
    .map(kind => `admissionregistration/v1.${kind}`),
  'certificates/v1.CertificateSigningRequest',
  'flowcontrol/v1.FlowSchema',
  'flowcontrol/v1.PriorityLevelConfiguration',
  'node/v1.RuntimeClass',
  'scheduling/v1.PriorityClass',
  'events/v1.Event',
  'coordination/v1.Lease',
  'authorization/v1.SelfSubjectAccessReview',
  'authorization/v1.SelfSubjectRulesReview',
  'authorization/v1.SubjectAccessReview',
  'authorization/v1.LocalSubjectAccessReview',
  'authentication/v1.TokenReview',
  'authentication/v1.TokenRequest',
  'authentication/v1.SelfSubjectReview',
];

const SPECIAL = {
  'k8s.io.apimachinery.pkg.api.resource.Quantity': 'Quantity',
  'k8s.io.apimachinery.pkg.util.intstr.IntOrString': 'IntOrString',
  'k8s.io.apimachinery.pkg.runtime.RawExtension': 'Raw',
  'k8s.io.apimachinery.pkg.apis.meta.v1.Time': 'Time',
  'k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime': 'MicroTime',
  'k8s.io.apimachinery.pkg.apis.meta.v1.Duration': 'Duration',
  'k8s.io.apimachinery.pkg.apis.meta.v1.FieldsV1': 'Fields',
};

/** What Go says of each field: its JSON name, pointer or value, inline. */
function goFields(directory) {
  const structs = {};
  const text = readFileSync(join(directory, 'types.go'), 'utf8');
  for (const [, name, body] of text.matchAll(
    /^type (\w+) struct \{\n([\s\S]*?)^\}/gm,
  )) {
    structs[name] = {};
    for (const line of body.split('\n')) {
      const match =
        /^\s+(?:\w+\s+)?(\S+)\s+`json:"([^"]*)"[^`]*?protobuf:"\w+,(\d+)/.exec(
          line.replace(/^\s+(\w+)\s+(\S+)/, '\t$1 $2'),
        );
      if (match) {
        const [, type, json, number] = match;
        const [jsonName, ...options] = json.split(',');
        structs[name][number] = {
          jsonName,
          pointer: type.startsWith('*'),
          inline: options.includes('inline'),
          optional: options.includes('omitempty'),
        };
      }
    }
  }
  return structs;
}

const types = {};
const descriptions = {};

/** Comments as one line: an empty line of theirs begins a paragraph. */
function described(comments) {
  return comments
    .map(line => line.replace(/^\s*\/\/ ?/, '').trimEnd())
    .filter(line => !line.startsWith('+'))
    .join('\n')
    .split(/\n\s*---/)[0]
    .trim()
    .replace(/\n\n+/g, '\\n\\n')
    .replace(/\n/g, ' ');
}

for (const [proto, directory] of Object.entries(PACKAGES)) {
  const short = proto
    .replace('k8s.io.api.', '')
    .replace('k8s.io.apimachinery.pkg.apis.', '')
    .replace('.', '/');
  const go = goFields(directory);
  const text = readFileSync(join(directory, 'generated.proto'), 'utf8');
  const nameOf = type => {
    const full = type.startsWith('.') ? type.slice(1) : `${proto}.${type}`;
    if (SPECIAL[full]) {
      return SPECIAL[full];
    }
    if (
      !type.startsWith('.') &&
      /^(string|bool|bytes|u?int\d+|double)$/.test(type)
    ) {
      return type;
    }
    return full
      .replace('k8s.io.api.', '')
      .replace('k8s.io.apimachinery.pkg.apis.', '')
      .replace(/^(\w+)\./, '$1/');
  };
  for (const [, above, message, body] of text.matchAll(
    /((?:^\/\/.*\n)*)^message (\w+) \{\n([\s\S]*?)^\}/gm,
  )) {
    const fields = [];
    const said = { '': described(above.trimEnd().split('\n')) };
    let marks = [];
    let comments = [];
    for (const line of body.split('\n')) {
      if (/^\s*\/\//.test(line)) {
        comments.push(line);
      }
      const mark = /^\s*\/\/ \+(\w+)=?(.*)$/.exec(line);
      if (mark) {
        marks.push([mark[1], mark[2]]);
        continue;
      }
      const field =
        /^\s+(?:(optional|repeated) (\S+)|map<string, (\S+)>) (\w+) = (\d+)/.exec(
          line,
        );
      if (!field) {
        if (!/^\s*\/\//.test(line)) {
          comments = [];
        }
        continue;
      }
      const [, label, type, mapType, protoName, number] = field;
      const known = go[message]?.[number];
      const shape = containerOf(label, mapType) + nameOf(type ?? mapType);
      const keys = valuesOf(marks, 'listMapKey');
      const [listType] = valuesOf(marks, 'listType');
      const [mergeKey] = valuesOf(marks, 'patchMergeKey');
      const [strategy] = valuesOf(marks, 'patchStrategy');
      said[known?.jsonName || protoName] = described(comments);
      comments = [];
      fields.push(
        [
          known?.inline ? '!' : known?.jsonName || protoName,
          `${number}${known?.pointer ? '*' : ''}`,
          shape,
          keys.length && `@${keys.join(',')}`,
          listType === 'set' && '@=',
          mergeKey && `~${mergeKey}`,
          !mergeKey && strategy?.startsWith('merge') && '~=',
          known &&
            !known.optional &&
            !known.inline &&
            !marks.some(([one]) => one === 'optional') &&
            '+',
        ]
          .filter(Boolean)
          .join(' '),
      );
      marks = [];
    }
    types[`${short}.${message}`] = fields;
    descriptions[`${short}.${message}`] = said;
  }
}

const reached = new Set();
const visit = name => {
  if (reached.has(name) || !types[name]) {
    return;
  }
  reached.add(name);
  for (const field of types[name]) {
    visit(field.split(' ')[2].replace(/^(\[\]|\{\})/, ''));
  }
};
ROOTS.forEach(visit);

const lines = [...reached]
  .sort()
  .map(name => `${name}|${types[name].join('|')}`);
const version = basename(api).split('@')[1];
writeFileSync(
  new URL('../src/kubernetes/schema/typeTable.ts', import.meta.url),
  `/**
 * The fields of Kubernetes' types (k8s.io/api ${version}), by
 * scripts/generate-type-table.mjs. A line is a type: its name, then for each
 * field its name in JSON (! for one whose own fields stand in its place), its
 * number in protobuf (* where nothing differs from zero), its type, the keys of
 * its items for server-side apply (@) and for strategic merge (~); + for one
 * that may not be left out.
 */
export const TYPE_TABLE = \`
${lines.join('\n')}
\`;
`,
);

const texts = [...reached].sort().flatMap(name =>
  Object.entries(descriptions[name])
    .filter(([, text]) => text)
    .map(([field, text]) => `${name}|${field}|${text}`),
);
writeFileSync(
  new URL('../src/kubernetes/schema/descriptions.txt', import.meta.url),
  `From the comments of k8s.io/api ${version} (Apache License 2.0, The Kubernetes Authors), by scripts/generate-type-table.mjs.
${texts.join('\n')}
`,
);

import type { KubeObject } from '../types';
import { kindKey, type Kind, type PrinterColumn } from './types';

/** The kinds that a CustomResourceDefinition serves. */
export function definedKinds(definition: KubeObject): Kind[] {
  const { group, names, scope, versions } = definition.spec;
  return versions
    .filter((version: { served?: boolean }) => version.served !== false)
    .map((version: any): Kind => {
      const apiVersion = `${group}/${version.name}`;
      const storage = versions.find((one: any) => one.storage) ?? version;
      const { scale, status } = version.subresources ?? {};
      return {
        group,
        version: version.name,
        apiVersion,
        kind: names.kind,
        plural: names.plural,
        singular: names.singular ?? names.kind.toLowerCase(),
        namespaced: scope === 'Namespaced',
        shortNames: names.shortNames ?? [],
        categories: names.categories ?? [],
        subresources: [
          ...(status ? ['status'] : []),
          ...(scale ? ['scale'] : []),
        ],
        verbs: [
          'delete',
          'deletecollection',
          'get',
          'list',
          'patch',
          'create',
          'update',
          'watch',
        ],
        custom: true,
        storage: kindKey(`${group}/${storage.name}`, names.kind),
        columns: version.additionalPrinterColumns,
        ...(scale && {
          scalePaths: {
            spec: scale.specReplicasPath,
            status: scale.statusReplicasPath,
            selector: scale.labelSelectorPath,
          },
        }),
      };
    });
}

type Line = [
  group: string,
  version: string,
  kind: string,
  plural: string,
  scope: 'Namespaced' | 'Cluster',
  shortNames: string,
  hasStatus: boolean,
  columns: Array<
    [name: string, type: string, jsonPath: string, priority?: number]
  >,
];

const AGE: [string, string, string] = [
  'Age',
  'date',
  '.metadata.creationTimestamp',
];
const STORE: Line[7] = [
  AGE,
  ['Status', 'string', '.status.conditions[?(@.type=="Ready")].reason'],
  ['Capabilities', 'string', '.status.capabilities'],
  ['Ready', 'string', '.status.conditions[?(@.type=="Ready")].status'],
];

const LINES: Line[] = [
  [
    'argoproj.io',
    'v1alpha1',
    'Application',
    'applications',
    'Namespaced',
    'app apps',
    false,
    [
      ['Sync Status', 'string', '.status.sync.status'],
      ['Health Status', 'string', '.status.health.status'],
      ['Revision', 'string', '.status.sync.revision', 10],
      ['Project', 'string', '.spec.project', 10],
    ],
  ],
  [
    'argoproj.io',
    'v1alpha1',
    'ApplicationSet',
    'applicationsets',
    'Namespaced',
    'appset appsets',
    true,
    [],
  ],
  [
    'argoproj.io',
    'v1alpha1',
    'AppProject',
    'appprojects',
    'Namespaced',
    'appproj appprojs',
    false,
    [],
  ],
  [
    'external-secrets.io',
    'v1',
    'ExternalSecret',
    'externalsecrets',
    'Namespaced',
    'es',
    true,
    [
      ['StoreType', 'string', '.spec.secretStoreRef.kind'],
      ['Store', 'string', '.spec.secretStoreRef.name'],
      ['Refresh Interval', 'string', '.spec.refreshInterval'],
      ['Status', 'string', '.status.conditions[?(@.type=="Ready")].reason'],
      ['Ready', 'string', '.status.conditions[?(@.type=="Ready")].status'],
      ['Last Sync', 'date', '.status.refreshTime'],
    ],
  ],
  [
    'external-secrets.io',
    'v1',
    'SecretStore',
    'secretstores',
    'Namespaced',
    'ss',
    true,
    STORE,
  ],
  [
    'external-secrets.io',
    'v1',
    'ClusterSecretStore',
    'clustersecretstores',
    'Cluster',
    'css',
    true,
    STORE,
  ],
  ['velero.io', 'v1', 'Backup', 'backups', 'Namespaced', '', false, []],
  ['velero.io', 'v1', 'Restore', 'restores', 'Namespaced', '', false, []],
  [
    'velero.io',
    'v1',
    'Schedule',
    'schedules',
    'Namespaced',
    '',
    false,
    [
      ['Status', 'string', '.status.phase'],
      ['Schedule', 'string', '.spec.schedule'],
      ['LastBackup', 'date', '.status.lastBackup'],
      AGE,
      ['Paused', 'boolean', '.spec.paused'],
    ],
  ],
  [
    'monitoring.coreos.com',
    'v1',
    'PodMonitor',
    'podmonitors',
    'Namespaced',
    'pmon',
    false,
    [],
  ],
  [
    'monitoring.coreos.com',
    'v1',
    'ServiceMonitor',
    'servicemonitors',
    'Namespaced',
    'smon',
    false,
    [],
  ],
  [
    'monitoring.coreos.com',
    'v1',
    'PrometheusRule',
    'prometheusrules',
    'Namespaced',
    'promrule',
    false,
    [],
  ],
  [
    'cert-manager.io',
    'v1',
    'Certificate',
    'certificates',
    'Namespaced',
    'cert certs',
    true,
    [
      ['Ready', 'string', '.status.conditions[?(@.type=="Ready")].status'],
      ['Secret', 'string', '.spec.secretName'],
      ['Issuer', 'string', '.spec.issuerRef.name', 1],
      AGE,
    ],
  ],
];

/** The CustomResourceDefinitions of the operators that the sandbox's cluster has installed. */
export function installedDefinitions(): KubeObject[] {
  return LINES.map(
    ([
      group,
      version,
      kind,
      plural,
      scope,
      shortNames,
      hasStatus,
      columns,
    ]) => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${plural}.${group}` },
      spec: {
        group,
        scope,
        names: {
          kind,
          plural,
          singular: kind.toLowerCase(),
          listKind: `${kind}List`,
          ...(shortNames && { shortNames: shortNames.split(' ') }),
        },
        versions: [
          {
            name: version,
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
            ...(hasStatus && { subresources: { status: {} } }),
            ...(columns.length && {
              additionalPrinterColumns: columns.map(
                ([name, type, jsonPath, priority]): PrinterColumn => ({
                  name,
                  type,
                  jsonPath,
                  ...(priority && { priority }),
                }),
              ),
            }),
          },
        ],
      },
    }),
  );
}

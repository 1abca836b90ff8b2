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

const MOVEMENT: Line[7] = [
  ['Status', 'string', '.status.phase'],
  ['Started', 'date', '.status.startTimestamp'],
  ['Bytes Done', 'integer', '.status.progress.bytesDone'],
  ['Total Bytes', 'integer', '.status.progress.totalBytes'],
  ['Storage Location', 'string', '.spec.backupStorageLocation'],
  AGE,
  ['Node', 'string', '.status.node'],
];

function velero(
  kind: string,
  plural: string,
  columns: Line[7] = [],
  shortNames = '',
  version = 'v1',
): Line {
  const group = 'velero.io';
  return [
    group,
    version,
    kind,
    plural,
    'Namespaced',
    shortNames,
    false,
    columns,
  ];
}

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
  velero('Backup', 'backups'),
  velero('Restore', 'restores'),
  velero('Schedule', 'schedules', [
    ['Status', 'string', '.status.phase'],
    ['Schedule', 'string', '.spec.schedule'],
    ['LastBackup', 'date', '.status.lastBackup'],
    AGE,
    ['Paused', 'boolean', '.spec.paused'],
  ]),
  velero(
    'BackupStorageLocation',
    'backupstoragelocations',
    [
      ['Phase', 'string', '.status.phase'],
      ['Last Validated', 'date', '.status.lastValidationTime'],
      AGE,
      ['Default', 'boolean', '.spec.default'],
    ],
    'bsl',
  ),
  velero('VolumeSnapshotLocation', 'volumesnapshotlocations', [], 'vsl'),
  velero('BackupRepository', 'backuprepositories', [
    AGE,
    ['Repository Type', 'string', '.spec.repositoryType'],
  ]),
  velero('DeleteBackupRequest', 'deletebackuprequests', [
    ['BackupName', 'string', '.spec.backupName'],
    ['Status', 'string', '.status.phase'],
  ]),
  velero('DownloadRequest', 'downloadrequests'),
  velero('ServerStatusRequest', 'serverstatusrequests', [], 'ssr'),
  velero('PodVolumeBackup', 'podvolumebackups', [
    ['Status', 'string', '.status.phase'],
    ['Created', 'date', '.status.startTimestamp'],
    ['Namespace', 'string', '.spec.pod.namespace'],
    ['Pod', 'string', '.spec.pod.name'],
    ['Volume', 'string', '.spec.volume'],
    ['Uploader Type', 'string', '.spec.uploaderType'],
    ['Storage Location', 'string', '.spec.backupStorageLocation'],
    AGE,
  ]),
  velero('PodVolumeRestore', 'podvolumerestores', [
    ['Namespace', 'string', '.spec.pod.namespace'],
    ['Pod', 'string', '.spec.pod.name'],
    ['Uploader Type', 'string', '.spec.uploaderType'],
    ['Volume', 'string', '.spec.volume'],
    ['Status', 'string', '.status.phase'],
    AGE,
  ]),
  velero('DataUpload', 'datauploads', MOVEMENT, '', 'v2alpha1'),
  velero('DataDownload', 'datadownloads', MOVEMENT, '', 'v2alpha1'),
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

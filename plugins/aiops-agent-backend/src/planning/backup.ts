import {
  OWNER_ANNOTATION,
  REMOVE_AFTER_ANNOTATION,
  VOLUMES_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import {
  BACKUPS_FOLDER,
  type BackupPart,
  type Deployed,
  type Environment,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ConflictError } from '@backstage/errors';
import { Document, visit } from 'yaml';
import { say } from '../words';
import { isEnvironment, targetName, thingsIn } from './targets';

/** How backups are made here. */
export interface BackupSettings {
  /** Velero's namespace. */
  namespace: string;
  /** How long a backup is kept. */
  keepDays: number;
  /**
   * Whether Velero copies the files of volumes, which works on any storage but
   * hostPath, or has the storage make snapshots.
   */
  volumes: 'files' | 'snapshots';
}

/** How backups are made where nothing is configured. */
export const DEFAULT_BACKUPS: BackupSettings = {
  namespace: 'velero',
  keepDays: 30,
  volumes: 'files',
};

/** Velero labels what belongs to a backup with its name, and labels are short. */
const LONGEST_NAME = 63;
const DAY_MS = 86_400_000;
const INSTANCE = 'app.kubernetes.io/instance';

/**
 * The manifest of a Velero backup. A thing is saved with the databases that it
 * uses in its environment, without which nothing could be made of it.
 *
 * Its file leaves Git before Velero deletes the backup, and leaves it alone:
 * docs/decisions/0009 says why.
 *
 * @throws ConflictError when the same was asked for within the same second.
 */
export function composeBackup(
  snapshot: PlatformSnapshot,
  target: Environment | Deployed,
  made: Date,
  settings: BackupSettings,
): BackupPart {
  const whole = isEnvironment(target);
  const environment = whole ? target.name : target.environment;
  const things = whole
    ? thingsIn(snapshot, target)
    : [target, ...databasesOf(target, snapshot)];
  // Files are copied from copies that run, so what sleeps has none to copy.
  const volumes = things
    .filter(({ asleep }) => settings.volumes === 'snapshots' || !asleep)
    .flatMap(thing => thing.volumes.map(volume => volume.name));
  const name = backupName(
    whole ? environment : `${environment}-${target.instance}`,
    made,
  );
  const path = `${BACKUPS_FOLDER}/${name}.yaml`;
  if (snapshot.files.has(path)) {
    throw new ConflictError(
      say`A backup of ${target.name} was asked for in this very second already, so nothing was changed. One is enough, or ask again.`,
    );
  }
  const body = {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: {
      name,
      namespace: settings.namespace,
      labels: {
        'app.kubernetes.io/part-of': environment,
        'app.kubernetes.io/managed-by': 'aiops-portal',
      },
      annotations: {
        [OWNER_ANNOTATION]: target.team,
        [VOLUMES_ANNOTATION]: volumes.join(','),
        [REMOVE_AFTER_ANNOTATION]: removeAfter(made, settings).toISOString(),
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      },
    },
    spec: {
      includedNamespaces: [environment],
      ...(whole
        ? {}
        : {
            labelSelector: selectorOf(things.map(({ instance }) => instance)),
          }),
      ttl: `${settings.keepDays * 24}h0m0s`,
      defaultVolumesToFsBackup: settings.volumes === 'files',
      snapshotVolumes: settings.volumes === 'snapshots',
    },
  };
  return {
    edits: [{ path, content: yamlOf(body) }],
    secrets: [],
    steps: [
      {
        id: 'backup',
        title: volumes.length > 0 ? say`Data saved` : say`Settings saved`,
        watch: { kind: 'Backup', namespace: settings.namespace, name },
      },
    ],
    links: [],
    targets: [targetName(target), `backup/${name}`],
    values: {
      [`${target.name}.backup`]: name,
      [`${target.name}.volumes`]: volumes.length,
      [`${target.name}.keptDays`]: settings.keepDays,
    },
    things,
    volumes,
    snapshots: settings.volumes === 'snapshots',
    keepDays: settings.keepDays,
  };
}

function databasesOf(thing: Deployed, snapshot: PlatformSnapshot): Deployed[] {
  return snapshot.deployed.filter(
    other =>
      other !== thing &&
      other.role === 'database' &&
      other.environment === thing.environment &&
      (thing.uses.includes(other.name) || thing.uses.includes(other.instance)),
  );
}

/** `shop-prod-shop-db-20261116-093000`, in UTC. */
function backupName(base: string, made: Date): string {
  const stamp = made.toISOString().replace(/[-:]/g, '').slice(0, 15);
  const suffix = `-${stamp.replace('T', '-')}`;
  const kept = base.slice(0, LONGEST_NAME - suffix.length).replace(/-+$/, '');
  return `${kept}${suffix}`;
}

/** A day before the backup's end, or halfway where that is less. */
function removeAfter(made: Date, { keepDays }: BackupSettings): Date {
  const kept = keepDays * DAY_MS;
  return new Date(made.getTime() + Math.max(kept - DAY_MS, kept / 2));
}

function selectorOf(instances: string[]) {
  return instances.length === 1
    ? { matchLabels: { [INSTANCE]: instances[0] } }
    : {
        matchExpressions: [
          { key: INSTANCE, operator: 'In', values: [...instances].sort() },
        ],
      };
}

function yamlOf(body: object): string {
  const document = new Document(body, { compat: 'yaml-1.1' });
  visit(document, {
    Pair: (_, pair) => {
      if (String(pair.key) === REMOVE_AFTER_ANNOTATION && pair.key) {
        (pair.key as { commentBefore?: string }).commentBefore =
          ' This file goes before Velero deletes the backup, or Argo CD would\n make it anew; the backup stays when the file goes.';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}

import { savedVolumes } from '@aiops-portal/plugin-aiops-agent-node';
import { backupReadiness } from './backupReadiness';
import { backupsIn } from './backups';
import type { CachedObjects } from './CachedObjects';
import type { Fields, KubeObject } from './objects';

const NOW = new Date('2026-11-16T09:40:00Z');

const meta = (name: string, more: Fields = {}) => ({
  name,
  namespace: 'velero',
  creationTimestamp: '2026-11-16T09:30:00Z',
  ...more,
});

function backup(status: Fields, volumes?: string): KubeObject {
  return {
    metadata: meta('shop', {
      annotations:
        volumes === undefined
          ? undefined
          : { 'aiops-portal.io/volumes': volumes },
    }),
    spec: {
      includedNamespaces: ['shop-prod'],
      labelSelector: {
        matchLabels: { 'app.kubernetes.io/instance': 'shop-db' },
      },
    },
    status,
  };
}

function copy(name: string, status: Fields, claim?: string): KubeObject {
  return {
    metadata: meta(name, {
      labels: { 'velero.io/backup-name': 'shop' },
      annotations: claim ? { 'velero.io/pvc-name': claim } : undefined,
    }),
    spec: { pod: { namespace: 'shop-prod', name: 'shop-db-0' }, volume: name },
    status,
  };
}

function read(...objects: KubeObject[]) {
  const [first, ...copies] = objects;
  const cached: CachedObjects = {
    get: () => undefined,
    related: () => [],
    list: kind =>
      ({
        Backup: [first],
        PodVolumeBackup: copies,
        PersistentVolumeClaim: [
          { metadata: { name: 'data-shop-db-1', uid: 'uid-1' } },
        ],
      }[kind] ?? []),
  };
  const [result] = backupsIn(cached);
  return {
    ...result,
    ...savedVolumes(result),
    ...backupReadiness(result, NOW),
  };
}

describe('backups of Velero', () => {
  it('are followed from the order to the last volume', () => {
    const volumes = 'data-shop-db';
    expect(read(backup({}, volumes))).toMatchObject({
      state: 'waiting',
      environments: ['shop-prod'],
      instances: ['shop-db'],
      ready: false,
      detail: 'Velero has not begun yet',
    });
    expect(
      read(
        backup({ phase: 'InProgress' }, volumes),
        copy(
          'data',
          {
            phase: 'InProgress',
            progress: { totalBytes: 1000, bytesDone: 605 },
          },
          'data-shop-db-0',
        ),
      ),
    ).toMatchObject({
      working: true,
      detail: 'Backing up: 60 %',
      saved: 0,
      total: 1,
    });
    const labelled = copy('more', { phase: 'Completed' });
    labelled.metadata.labels!['velero.io/pvc-uid'] = 'uid-1';
    expect(
      read(
        backup(
          {
            phase: 'Completed',
            expiration: '2026-12-16T09:30:00Z',
            startTimestamp: '2026-11-16T09:30:02Z',
          },
          volumes,
        ),
        copy('data', { phase: 'Completed' }, 'data-shop-db-0'),
        labelled,
        copy('scratch', { phase: 'Completed' }),
      ),
    ).toMatchObject({
      state: 'complete',
      ready: true,
      detail: '2 of 2 volumes saved',
      volumes: [{ name: 'data-shop-db-0' }, { name: 'data-shop-db-1' }],
      createdAt: '2026-11-16T09:30:02Z',
      expiresAt: '2026-12-16T09:30:00Z',
    });
  });

  it('are still whole when the claim that was copied is gone', () => {
    const orphan = copy('data', { phase: 'Completed' });
    orphan.metadata.labels!['velero.io/pvc-uid'] = 'uid-gone';
    expect(
      read(backup({ phase: 'Completed' }, 'data-shop-db'), orphan),
    ).toMatchObject({ ready: true, saved: 1, total: 1 });
  });

  it('protect nothing when they are complete without a volume', () => {
    expect(
      read(backup({ phase: 'Completed' }, 'data-shop-db,uploads')),
    ).toMatchObject({
      state: 'complete',
      ready: false,
      failed: true,
      saved: 0,
      total: 2,
      detail:
        'Velero calls it complete, but none of its 2 volumes is in it, so its data is not protected',
      volumes: [
        { name: 'data-shop-db', state: 'missing' },
        { name: 'uploads', state: 'missing' },
      ],
    });
    // The news of the volumes may be on its way.
    expect(
      read(
        backup(
          { phase: 'Completed', completionTimestamp: '2026-11-16T09:39:55Z' },
          'data-shop-db',
        ),
      ),
    ).toMatchObject({
      ready: false,
      working: true,
      detail: '0 of 1 volume saved',
    });
    // It had none to save.
    expect(read(backup({ phase: 'Completed' }, ''))).toMatchObject({
      ready: true,
      detail: 'it has no volumes to save',
    });
  });

  it('count the snapshots that the storage made as evidence', () => {
    const counted = (made: number) =>
      read(
        backup(
          {
            phase: 'Completed',
            csiVolumeSnapshotsAttempted: 2,
            csiVolumeSnapshotsCompleted: made,
          },
          'data-shop-db,uploads',
        ),
      );
    expect(counted(2)).toMatchObject({
      ready: true,
      detail: '2 of 2 volumes saved',
    });
    expect(counted(1)).toMatchObject({ failed: true, saved: 1, total: 2 });
  });

  it('fail with the reason that Velero gives', () => {
    expect(
      read(
        backup({
          phase: 'FailedValidation',
          validationErrors: [
            'an existing backup storage location was not specified',
          ],
        }),
      ),
    ).toMatchObject({
      failed: true,
      detail:
        'Velero could not make it (an existing backup storage location was not specified)',
    });
    expect(
      read(
        backup({ phase: 'PartiallyFailed', errors: 1 }, 'data-shop-db'),
        copy(
          'data',
          { phase: 'Failed', message: 'repository is locked' },
          'data-shop-db-0',
        ),
      ),
    ).toMatchObject({
      failed: true,
      detail:
        'Velero could not save all of it: 0 of 1 volume saved (data-shop-db-0: repository is locked)',
    });
    expect(
      read(backup({ phase: 'PartiallyFailed', errors: 2 }, '')).reason,
    ).toBe('2 errors in its log');
  });

  it('may be of the whole cluster', () => {
    const cluster = backup({ phase: 'Completed' });
    cluster.spec = { includedNamespaces: ['*'] };
    expect(read(cluster)).toMatchObject({ environments: [], instances: [] });
  });
});

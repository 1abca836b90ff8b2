import {
  createKubernetesSandbox,
  manualClock,
  type ClusterApi,
  type KubeObject,
  type KubernetesSandbox,
} from '../kubernetes';
import { startVelero, type Velero } from '.';

const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, error?: Error) => {
    throw new Error(message, { cause: error });
  },
};
const HOUR_MS = 3_600_000;

describe('Velero, with its clock in our hands', () => {
  let clock: ReturnType<typeof manualClock>;
  let sandbox: KubernetesSandbox;
  let cluster: ClusterApi;
  let velero: Velero;
  let answers: boolean;
  const kept = new Map<string, KubeObject[]>();

  const run = () =>
    startVelero({
      cluster,
      clock,
      logger,
      contents: {
        read: name => kept.get(name),
        write: (name, objects) => kept.set(name, objects),
        remove: name => kept.delete(name),
      },
      bytes: () => 1.2e9,
      storageAnswers: () => answers,
    });
  const velerosOwn = (
    kind: string,
    name: string,
    spec: object,
  ): KubeObject => ({
    apiVersion: 'velero.io/v1',
    kind,
    metadata: { name, namespace: 'velero' },
    spec,
  });
  const ask = (kind: string, name: string, spec: object) =>
    cluster.create(velerosOwn(kind, name, spec));
  const get = (kind: string, name: string) => {
    const { apiVersion, metadata } = velerosOwn(kind, name, {});
    return cluster.get({ apiVersion, kind, ...metadata });
  };
  const list = (kind: string) => cluster.list('velero.io/v1', kind);
  const deployment = () =>
    cluster.get({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      namespace: 'shop',
      name: 'db',
    });

  beforeEach(async () => {
    answers = true;
    kept.clear();
    clock = manualClock();
    sandbox = await createKubernetesSandbox({
      port: 0,
      clock,
      users: [],
      logger,
    });
    await sandbox.start();
    cluster = sandbox.api;
    velero = run();
    cluster.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop' },
    });
    cluster.create({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'shop' },
      spec: {
        serviceName: 'db',
        selector: { matchLabels: { app: 'db' } },
        template: {
          metadata: { labels: { app: 'db' } },
          spec: {
            containers: [{ name: 'db', image: 'postgres:17' }],
            volumes: [{ name: 'run', emptyDir: {} }],
          },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '5Gi' } },
            },
          },
        ],
      },
    });
    clock.advance(5_000);
  });
  afterEach(async () => {
    velero.stop();
    await sandbox.stop();
  });

  it('makes a backup step by step, with a copy of each volume, and deletes it when it has expired', () => {
    expect(get('BackupStorageLocation', 'default')!.status.phase).toBe(
      'Available',
    );
    ask('Backup', 'shop-1', {
      includedNamespaces: ['shop'],
      defaultVolumesToFsBackup: true,
      ttl: '48h0m0s',
    });
    clock.advance(1_000);
    const underWay = get('Backup', 'shop-1')!;
    expect(underWay).toMatchObject({
      metadata: { labels: { 'velero.io/storage-location': 'default' } },
      status: {
        phase: 'InProgress',
        startTimestamp: '2026-01-05T09:00:05Z',
        expiration: '2026-01-07T09:00:05Z',
        progress: { itemsBackedUp: expect.any(Number) },
      },
    });
    const copies = () =>
      list('PodVolumeBackup').map(({ metadata, spec, status }) => ({
        claim: metadata.annotations?.['velero.io/pvc-name'],
        volume: spec.volume,
        ...status,
      }));
    expect(copies()).toContainEqual(
      expect.objectContaining({
        claim: 'data-db-0',
        phase: 'InProgress',
        progress: { totalBytes: 1.2e9, bytesDone: 1e9 },
      }),
    );

    clock.advance(2_000);
    const { status } = get('Backup', 'shop-1')!;
    expect(status).toMatchObject({
      phase: 'Completed',
      completionTimestamp: '2026-01-05T09:00:07Z',
    });
    expect(status.progress.itemsBackedUp).toBe(status.progress.totalItems);
    expect(
      copies()
        .map(({ volume, phase }) => [volume, phase])
        .sort(),
    ).toEqual([
      ['data', 'Completed'],
      ['run', 'Completed'],
    ]);

    clock.advance(47 * HOUR_MS);
    expect(get('Backup', 'shop-1')).toBeDefined();
    clock.advance(2 * HOUR_MS);
    expect(get('Backup', 'shop-1')).toBeUndefined();
    expect(list('PodVolumeBackup')).toEqual([]);
    expect(list('DeleteBackupRequest')).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it("says what is wrong with a backup in Velero's words", () => {
    ask('Backup', 'nowhere', { storageLocation: 'attic' });
    answers = false;
    velero.validate();
    clock.advance(3_000);
    ask('Backup', 'later', { includedNamespaces: ['shop'] });
    clock.advance(1_000);
    expect(get('Backup', 'nowhere')!.status).toMatchObject({
      phase: 'FailedValidation',
      validationErrors: [
        'a BackupStorageLocation CRD with the name specified in the backup spec needs to be created before this backup can be executed. Error: backupstoragelocations.velero.io "attic" not found',
      ],
    });
    expect(get('Backup', 'later')!.status.validationErrors).toEqual([
      "backup can't be created because BackupStorageLocation default is in Unavailable status.",
    ]);
    answers = true;
    velero.validate();
    // A namespace that isn't there is an error of the backup, not of the order.
    ask('Backup', 'half', { includedNamespaces: ['shop', 'shoop'] });
    clock.advance(3_000);
    expect(get('Backup', 'half')!.status).toMatchObject({
      phase: 'PartiallyFailed',
      errors: 1,
    });
  });

  it('gives up what was under way when it stopped', () => {
    ask('Backup', 'cut', { includedNamespaces: ['shop'] });
    clock.advance(200);
    velero.stop();
    velero = run();
    expect(get('Backup', 'cut')!.status).toMatchObject({
      phase: 'Failed',
      failureReason: expect.stringContaining('during the server starting'),
    });
  });

  it('makes backups by a schedule, and none while it is paused', () => {
    ask('Schedule', 'nightly', {
      schedule: 'CRON_TZ=Europe/Berlin 0 2 * * *',
      template: { includedNamespaces: ['shop'], ttl: '720h' },
    });
    ask('Schedule', 'broken', { schedule: 'often' });
    clock.advance(30 * HOUR_MS);
    expect(get('Schedule', 'broken')!.status).toMatchObject({
      phase: 'FailedValidation',
    });
    const names = () => list('Backup').map(one => one.metadata.name);
    expect(names()).toEqual(['nightly-20260106010000']);
    expect(list('Backup')[0]).toMatchObject({
      metadata: { labels: { 'velero.io/schedule-name': 'nightly' } },
      status: { phase: 'Completed' },
    });
    cluster.patch(
      {
        apiVersion: 'velero.io/v1',
        kind: 'Schedule',
        namespace: 'velero',
        name: 'nightly',
      },
      { spec: { paused: true } },
    );
    clock.advance(48 * HOUR_MS);
    expect(names()).toHaveLength(1);
  });

  it('brings back what is gone, and leaves what is there', () => {
    ask('Backup', 'before', { includedNamespaces: ['shop'] });
    clock.advance(3_000);
    cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' });
    clock.advance(60_000);
    expect(deployment()).toBeUndefined();
    ask('Restore', 'back', { backupName: 'before' });
    ask('Restore', 'odd', { backupName: 'never' });
    clock.advance(10_000);
    expect(get('Restore', 'back')!.status).toMatchObject({
      phase: 'Completed',
    });
    expect(get('Restore', 'odd')!.status.phase).toBe('FailedValidation');
    expect(deployment()!.status.readyReplicas).toBe(1);
  });
});

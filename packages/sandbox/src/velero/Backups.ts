import { timestamp } from '../kubernetes/resources/time';
import type { ClusterApi, KubeObject, SandboxClock } from '../kubernetes/types';
import { contentsOf } from './contents';
import { parseDuration } from './durations';
import { asLabel, LABELS, patchStatus, veleroRef } from './names';
import { validateBackup } from './validation';
import {
  copyStatus,
  podVolumeBackup,
  volumesToCopy,
  type PodVolume,
  type VolumeBytes,
} from './volumes';

const STEP_MS = 500;
const ITEMS_PER_STEP = 12;
/** What a small company's storage takes: a gigabyte a second. */
const BYTES_PER_STEP = 500e6;
const DEFAULT_TTL_MS = 720 * 3_600_000;

/** What is kept of a backup: its objects, as they were. */
export interface BackupContents {
  read(name: string): KubeObject[] | undefined;
  write(name: string, objects: KubeObject[]): void;
  remove(name: string): void;
}

/** What backups are made with. */
export interface BackupParts {
  cluster: ClusterApi;
  clock: SandboxClock;
  contents: BackupContents;
  bytes: VolumeBytes;
}

interface Run {
  steps: number;
  items: number;
  errors: number;
  startedAt: string;
  copies: Array<{ volume: PodVolume; name: string; done: boolean }>;
}

/** Takes Backups from New to their end, a step at a time. */
export class Backups {
  private readonly runs = new Map<string, Run>();

  constructor(private readonly parts: BackupParts) {}

  /** Looks at a Backup; returns after how many milliseconds to look again. */
  reconcile(backup: KubeObject): number | undefined {
    const { uid = '' } = backup.metadata;
    switch (backup.status?.phase ?? 'New') {
      case '':
      case 'New':
        return this.begin(backup);
      case 'InProgress': {
        const run = this.runs.get(uid);
        return run ? this.goOn(backup, run) : this.abandon(backup);
      }
      case 'Finalizing':
        return this.finish(backup, this.runs.get(uid));
      default:
        return undefined;
    }
  }

  private begin(backup: KubeObject): number | undefined {
    const { cluster, clock } = this.parts;
    const now = clock.now();
    const { location, problems } = validateBackup(cluster, backup);
    const ttl = parseDuration(backup.spec?.ttl) || DEFAULT_TTL_MS;
    cluster.patch(veleroRef('Backup', backup.metadata.name), {
      metadata: {
        labels: { [LABELS.storageLocation]: asLabel(location) },
        annotations: {
          'velero.io/resource-timeout': '10m0s',
          'velero.io/source-cluster-k8s-gitversion': 'v1.32.4+k3s1',
          'velero.io/source-cluster-k8s-major-version': '1',
          'velero.io/source-cluster-k8s-minor-version': '32',
        },
      },
      status: {
        version: 1,
        formatVersion: '1.1.0',
        expiration: timestamp(new Date(now.getTime() + ttl)),
        ...(problems.length
          ? { phase: 'FailedValidation', validationErrors: problems }
          : { phase: 'InProgress', startTimestamp: timestamp(now) }),
      },
    });
    if (problems.length) {
      return undefined;
    }
    this.collect(backup, location, now);
    return STEP_MS;
  }

  private collect(backup: KubeObject, location: string, now: Date): void {
    const { cluster, contents, bytes } = this.parts;
    const { objects, missing } = contentsOf(cluster, backup.spec ?? {});
    contents.write(backup.metadata.name, objects);
    const copies = objects
      .filter(({ kind }) => kind === 'Pod')
      .flatMap(pod =>
        volumesToCopy(pod, backup.spec?.defaultVolumesToFsBackup === true, {
          cluster,
          bytes,
        }),
      )
      .map(volume => {
        const copy = podVolumeBackup(backup, location, volume);
        cluster.create(copy);
        return { volume, name: copy.metadata.name, done: false };
      });
    this.runs.set(backup.metadata.uid!, {
      steps: 0,
      items: objects.length,
      errors: missing.length,
      startedAt: timestamp(now),
      copies,
    });
  }

  private goOn(backup: KubeObject, run: Run): number {
    const { cluster, clock } = this.parts;
    run.steps++;
    for (const copy of run.copies.filter(({ done }) => !done)) {
      const bytes = run.steps * BYTES_PER_STEP;
      const { volume, name } = copy;
      const object = cluster.get(veleroRef('PodVolumeBackup', name));
      if (object) {
        patchStatus(
          cluster,
          object,
          copyStatus(volume, bytes, run.startedAt, clock.now()),
        );
      }
      copy.done = bytes >= volume.bytes || !object;
    }
    const items = Math.min(run.items, run.steps * ITEMS_PER_STEP);
    const copied = run.copies.every(({ done }) => done);
    patchStatus(cluster, backup, {
      ...(items === run.items && copied && { phase: 'Finalizing' }),
      progress: { totalItems: run.items, itemsBackedUp: items },
    });
    return STEP_MS;
  }

  private finish(backup: KubeObject, run?: Run): undefined {
    const { cluster, clock } = this.parts;
    const errors = run?.errors ?? 0;
    this.runs.delete(backup.metadata.uid!);
    patchStatus(cluster, backup, {
      phase: errors ? 'PartiallyFailed' : 'Completed',
      ...(errors && { errors }),
      completionTimestamp: timestamp(clock.now()),
      hookStatus: {},
    });
  }

  /** What was under way when Velero stopped is not taken up again. */
  private abandon(backup: KubeObject): undefined {
    const { cluster, clock } = this.parts;
    patchStatus(cluster, backup, {
      phase: 'Failed',
      failureReason:
        'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
      completionTimestamp: timestamp(clock.now()),
    });
  }
}

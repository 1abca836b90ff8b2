/** How far a backup has come. */
export type BackupState =
  | 'waiting'
  | 'running'
  /** It ended without an error; its volumes say whether data is in it. */
  | 'complete'
  /** It ended, and something is missing from it. */
  | 'partial'
  | 'failed'
  | 'deleting';

/** What became of one volume in a backup. */
export interface BackupVolume {
  /** Name of its claim; empty where Velero doesn't say it and the claim is gone. */
  name: string;
  /** Namespace of the pod that it was read from. */
  environment: string;
  state: 'saved' | 'copying' | 'failed' | 'missing';
  /** Bytes that there are to copy, where that is known. */
  bytes?: number;
  /** Bytes copied so far. */
  copied?: number;
  /** What Velero says of it. */
  reason?: string;
}

/** A backup as the cluster has it, whoever asked for it. Times are ISO 8601. */
export interface Backup {
  name: string;
  /** The environments that it covers; all of them where it names none. */
  environments: string[];
  /** The folders of the things that it covers; everything where there are none. */
  instances: string[];
  state: BackupState;
  /** Velero's own word: `WaitingForPluginOperations`. */
  phase: string;
  createdAt?: string;
  completedAt?: string;
  /** When Velero deletes it. */
  expiresAt?: string;
  /** From 0 to 100, while it runs. */
  percent?: number;
  volumes: BackupVolume[];
  /** Snapshots that the storage made, which Velero counts but doesn't name. */
  snapshots: { asked: number; made: number };
  /** Why it isn't complete, in Velero's words. */
  reason?: string;
}

/** Whether the data is in it: volumes that were saved, of those there are. */
export function savedVolumes(backup: Pick<Backup, 'volumes' | 'snapshots'>): {
  saved: number;
  total: number;
} {
  const { volumes, snapshots } = backup;
  return {
    saved:
      volumes.filter(({ state }) => state === 'saved').length + snapshots.made,
    total: volumes.length + snapshots.asked,
  };
}

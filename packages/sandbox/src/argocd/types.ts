/** A folder of a repository, as an Application names it. */
export interface Source {
  repoURL: string;
  path?: string;
  targetRevision?: string;
  chart?: string;
  directory?: { recurse?: boolean; include?: string; exclude?: string };
}

/** What an Application asks for. */
export interface ApplicationSpec {
  project: string;
  source?: Source;
  sources?: Source[];
  destination: { server?: string; name?: string; namespace?: string };
  syncPolicy?: {
    automated?: {
      enabled?: boolean;
      prune?: boolean;
      selfHeal?: boolean;
      allowEmpty?: boolean;
    };
    syncOptions?: string[];
    retry?: RetryPolicy;
  };
}

/** How often a failed sync is tried again, and how soon. */
export interface RetryPolicy {
  /** 0 never, below 0 always. */
  limit?: number;
  backoff?: {
    duration?: string | number;
    factor?: number;
    maxDuration?: string;
  };
}

export type SyncStatus = 'Synced' | 'OutOfSync' | 'Unknown';
export type HealthStatus =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

/** How something is, and why. */
export interface Health {
  status: HealthStatus;
  message?: string;
}

/** What a sync did with one object. */
export interface SyncedResource {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  status: 'Synced' | 'SyncFailed' | 'Pruned' | 'PruneSkipped';
  message: string;
  hookPhase: 'Running' | 'Succeeded' | 'Failed';
  syncPhase: 'Sync';
}

/** `.operation`: a sync that somebody asks for. */
export interface Operation {
  sync?: { revision?: string; prune?: boolean; syncOptions?: string[] };
  initiatedBy?: { username?: string; automated?: boolean };
  info?: Array<{ name: string; value: string }>;
  retry?: RetryPolicy;
}

/** `.status.operationState` */
export interface OperationState {
  operation: Operation;
  phase: 'Running' | 'Terminating' | 'Succeeded' | 'Failed' | 'Error';
  message?: string;
  startedAt: string;
  finishedAt?: string;
  retryCount?: number;
  syncResult?: {
    revision: string;
    source?: Source;
    resources: SyncedResource[];
  };
}

/** `.status` of an Application, as Argo CD 3 keeps it. */
export interface ApplicationStatus {
  sync?: {
    status: SyncStatus;
    revision?: string;
    revisions?: string[];
    comparedTo: Pick<ApplicationSpec, 'source' | 'sources' | 'destination'>;
  };
  health?: Health & { lastTransitionTime?: string };
  operationState?: OperationState;
  conditions?: Condition[];
  history?: Array<{
    id: number;
    revision: string;
    deployStartedAt: string;
    deployedAt: string;
    source?: Source;
    initiatedBy: { username?: string; automated?: boolean };
  }>;
  resources?: Array<{
    group?: string;
    version: string;
    kind: string;
    namespace?: string;
    name: string;
    status: SyncStatus;
    requiresPruning?: boolean;
    syncWave?: number;
  }>;
  summary?: { images?: string[]; externalURLs?: string[] };
  sourceType?: string;
  reconciledAt?: string;
  controllerNamespace?: string;
  resourceHealthSource?: 'appTree';
}

/** Something to be said about an Application: `ComparisonError`, `SyncError`, … */
export interface Condition {
  type: string;
  message: string;
  lastTransitionTime?: string;
}

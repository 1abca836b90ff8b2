import type {
  Backup,
  Deployed,
  Environment,
  LogLine,
  LogRequest,
  Measures,
  RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { SyncedResource } from './objects';
import type { Readiness } from './readiness';

/** Argo CD's view of one Application, from its status. */
export interface DeliveryStatus {
  namespace?: string;
  name: string;
  /** `Synced`, `OutOfSync`, `Unknown` */
  sync: string;
  /** `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Missing`, `Unknown` */
  health: string;
  /** Commits that it has synced; several for multi-source Applications. */
  revisions: string[];
  /** Commits of the newest sync, however it ended. */
  attempted?: string[];
  /** `Succeeded`, `Running`, `Failed`, `Error` */
  operation?: string;
  message?: string;
  /** Error conditions such as `ComparisonError`. */
  errors: string[];
  /** What of it is not as Git says, and what the cluster refused. */
  outOfSync?: SyncedResource[];
  failed?: SyncedResource[];
  /** False where somebody has to start each sync on purpose. */
  automatic?: boolean;
}

/** One reader interface over the cluster's watch caches. */
export interface ClusterReader {
  /** False until every cache has listed once, and while the cluster is gone. */
  ready(): boolean;
  /** @throws ServiceUnavailableError when the caches are not ready. */
  status(thing: Deployed): RuntimeStatus;
  environmentStatus(
    environment: Environment,
    things: Deployed[],
  ): RuntimeStatus;
  /** The Argo CD Applications that deploy these folders of the repository. */
  deliveries(paths: string[]): DeliveryStatus[];
  /** True when the object is there and, where it can be, ready. */
  isReady(object: { kind: string; namespace: string; name: string }): Readiness;
  /**
   * Velero's backups, newest first; undefined where there is no Velero, or the
   * portal may not look.
   */
  backups(): Backup[] | undefined;
  /** Asks Argo CD to look at Git now. */
  requestSync(paths: string[]): Promise<void>;
  /**
   * Starts the sync of one commit where that takes somebody's word, unless
   * another sync runs: then ask again later.
   *
   * @throws ServiceUnavailableError when the cluster doesn't answer, or the
   * portal's account may not start syncs.
   */
  startSync(
    delivery: Pick<DeliveryStatus, 'name' | 'namespace'>,
    order: { commit: string; request: string },
  ): Promise<void>;
  /** Called, soon after, when anything in the caches changed. */
  onChange(listener: () => void): () => void;
}

/** What a thing uses and writes while it runs. */
export interface RuntimeReader {
  /**
   * What all copies of a thing wrote, redacted, oldest line first.
   *
   * @throws ServiceUnavailableError when the cluster doesn't answer, or the
   * portal's account may not read logs.
   */
  logs(thing: Deployed, request?: LogRequest): Promise<LogLine[]>;
  /** Undefined where usage isn't known. */
  measures(thing: Deployed): Measures | undefined;
}

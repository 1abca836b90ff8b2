import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  Directory,
  GitRepositoryService,
  PlanDraft,
  PlatformSnapshot,
  RequestingPerson,
  SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { DatabaseAuditTrail } from '../audit';
import type { Clock } from '../cluster/clock';
import type { ClusterReader, RuntimeReader } from '../cluster/types';
import { GitOpsQueue, rememberAncestry } from '../gitops';
import type { PlanService } from '../planning/types';
import type { PolicyService } from '../policy/types';
import { Agreements } from './Agreements';
import { AuthorizedChangeService } from './AuthorizedChangeService';
import { ChangeAccess } from './ChangeAccess';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { ChangeSteps } from './ChangeSteps';
import { ChangeView } from './ChangeView';
import { ChangeWorker, type WorkerPace } from './ChangeWorker';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { DefaultChangeService } from './DefaultChangeService';
import { RemovalJob, type Removable } from './RemovalJob';
import { DEFAULT_LIMITS, type ChangeLimits } from './states';
import { syncRequests } from './syncRequests';
import type { ChangeService } from './types';

/** Everything that change requests work with. */
export interface ChangeDependencies {
  database: Knex;
  auditor: AuditorService;
  logger: LoggerService;
  signals?: SignalsService;
  notifications?: NotificationService;
  clock: Clock;
  plans: PlanService;
  policy: PolicyService;
  directory: Directory;
  /** A person as the directory knows them now. */
  person: (userRef: string) => Promise<RequestingPerson>;
  repository: GitRepositoryService;
  /** The platform repository at a commit, read. */
  platform: (head: string) => Promise<PlatformSnapshot>;
  cluster: ClusterReader & Pick<RuntimeReader, 'measures'>;
  /** Absent where no secret store is installed. */
  secrets?: SecretStore;
  /** Members see everything and are asked for approvals. */
  adminGroups: string[];
  /** What removing what is due would do. */
  draftRemoval: (
    target: Removable,
    person: RequestingPerson,
    platform: PlatformSnapshot,
  ) => Promise<PlanDraft>;
  /** Path of a request's page, for notifications. */
  changeLink: (id: string) => string;
  limits?: Partial<ChangeLimits>;
  pace?: Partial<WorkerPace>;
}

/** Change requests, what works on them, and what removes what is due. */
export interface Changes {
  /** For doors: says itself who may see and do what. */
  service: ChangeService;
  worker: ChangeWorker;
  removals: RemovalJob;
  /** Begins to work, and to listen to Git and the cluster. */
  start(): void;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/** Puts the parts of change requests together. */
export function createChanges(deps: ChangeDependencies): Changes {
  const { database, auditor, clock, repository, cluster, plans, policy } = deps;
  const now = () => clock.now();
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  const platform = async () => deps.platform(await repository.head());
  const store = new DatabaseChangeStore(database);
  const audit = new DatabaseAuditTrail({ database, auditor, now });
  const announcer = new ChangeAnnouncer(deps);
  const steps = new ChangeSteps({ store, audit, announcer, now });
  const access = new ChangeAccess({ ...deps, platform, now });
  const agreements = new Agreements({
    store,
    audit,
    announcer,
    access,
    plans,
    policy,
    platform,
    limits,
    now,
  });
  const worker = new ChangeWorker({
    clock,
    logger: deps.logger,
    pace: deps.pace,
    context: {
      now,
      limits,
      store,
      steps,
      access,
      plans,
      policy,
      person: deps.person,
      repository,
      isAncestor: rememberAncestry(repository),
      platform: deps.platform,
      queue: new GitOpsQueue({ repository }),
      secrets: deps.secrets,
      cluster,
      askToSync: syncRequests(cluster, now),
    },
  });
  const wake = () => worker.wake();
  const view = new ChangeView({
    store,
    access,
    cluster,
    platform,
    commitUrl: sha => repository.commitUrl(sha),
    now,
  });
  const service = new AuthorizedChangeService(
    new DefaultChangeService({
      store,
      steps,
      agreements,
      announcer,
      view,
      clock,
      wake,
    }),
    { store, access },
  );
  const stops: Array<() => void> = [];
  return {
    service,
    worker,
    removals: new RemovalJob({
      ...deps,
      store,
      agreements,
      platform,
      wake,
      now,
    }),
    start: () => {
      stops.push(repository.onHeadChange(wake), cluster.onChange(wake));
      worker.start();
    },
    stop: async () => {
      stops.splice(0).forEach(stop => stop());
      await worker.stop();
    },
  };
}

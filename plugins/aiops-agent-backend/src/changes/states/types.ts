import type {
  GitRepositoryService,
  PlatformSnapshot,
  RequestingPerson,
  SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { JsonObject } from '@backstage/types';
import type { ClusterReader } from '../../cluster/types';
import type { GitOpsQueue } from '../../gitops';
import type { PlanService } from '../../planning/types';
import type { PolicyService } from '../../policy/types';
import type { ChangeAccess } from '../ChangeAccess';
import type { ChangePatch, ChangeStore } from '../ChangeStore';
import type { ChangeSteps } from '../ChangeSteps';
import type { ChangeRecord } from '../model';
import type { SyncRequest } from '../syncRequests';
import type { TransitionName } from '../transitions';

/** How long a request may stay in a state, in minutes. */
export interface ChangeLimits {
  /** Default: 7 days. */
  approvalMinutes: number;
  /** Default: 10. */
  syncingMinutes: number;
  /** Default: 10. */
  verifyingMinutes: number;
  /** How long something out of reach is waited for. Default: 24 hours. */
  outageMinutes: number;
}

/** The limits where nothing else is configured. */
export const DEFAULT_LIMITS: ChangeLimits = {
  approvalMinutes: 7 * 24 * 60,
  syncingMinutes: 10,
  verifyingMinutes: 10,
  outageMinutes: 24 * 60,
};

/** What the states' handlers work with. */
export interface StateContext {
  now(): Date;
  limits: ChangeLimits;
  store: ChangeStore;
  steps: ChangeSteps;
  access: ChangeAccess;
  plans: PlanService;
  policy: PolicyService;
  /** The person as the directory knows them now. */
  person(userRef: string): Promise<RequestingPerson>;
  repository: GitRepositoryService;
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** The platform repository at a commit, read. */
  platform(head: string): Promise<PlatformSnapshot>;
  queue: GitOpsQueue;
  /** Absent where no secret store is installed. */
  secrets?: SecretStore;
  cluster: ClusterReader;
  /** Asks Argo CD for what is missing, not more often than it helps. */
  askToSync(request: SyncRequest): Promise<void>;
}

/** What comes of looking at a request once. */
export type Outcome =
  | {
      transition: TransitionName;
      patch?: ChangePatch;
      meta?: JsonObject;
    }
  /** Nothing to do until something changes. */
  | { wait: true; patch?: ChangePatch }
  /** Something that it needs is out of reach: its clock stands still. */
  | { outage: string };

/** Looks at a request that is in its state, and says what comes next. */
export type StateHandler = (
  change: ChangeRecord,
  context: StateContext,
) => Promise<Outcome>;

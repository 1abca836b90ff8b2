import type { Decision, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  DirectoryPerson,
  PlanDraft,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';

/** What is known when a plan is judged. */
export interface PolicyFacts {
  person: DirectoryPerson;
  /** The policies in force are those of this commit. */
  platform: PlatformSnapshot;
  draft: PlanDraft;
  cost: Plan['cost'];
  quota: Plan['quota'];
  now: Date;
}

/**
 * May they, and who must agree. Decided by the Cedar policies of the GitOps
 * repository; anything unknown denies.
 */
export interface PolicyService {
  decide(facts: PolicyFacts): Promise<Decision>;
  /** Whether this person may approve what another asked for. */
  mayApprove(
    approver: DirectoryPerson,
    requester: string,
    facts: Omit<PolicyFacts, 'person'>,
  ): Promise<{ allowed: boolean; reason?: string }>;
  /** Whether this person may know that an environment exists. */
  maySee(
    person: DirectoryPerson,
    environment: { name: string; team: string },
  ): boolean;
}

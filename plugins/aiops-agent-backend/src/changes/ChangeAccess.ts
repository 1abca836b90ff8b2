import type {
  Directory,
  DirectoryGroup,
  DirectoryPerson,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { PolicyService } from '../policy/types';
import type { ChangeReach } from './ChangeStore';
import type { Approval, Approver, ChangeRecord } from './model';
import { say } from '../words';

/** Who may see a request and act on it; the one place that knows. */
export class ChangeAccess {
  constructor(
    private readonly options: {
      policy: PolicyService;
      directory: Directory;
      /** Groups whose members see everything. */
      adminGroups: string[];
      /** The platform repository at its newest known commit. */
      platform: () => Promise<PlatformSnapshot>;
      now: () => Date;
    },
  ) {}

  /** The requester, the team's members, who may approve, and admins. */
  async sees(change: ChangeRecord, person: DirectoryPerson): Promise<boolean> {
    if (person.disabled) {
      return false;
    }
    return (
      change.requester === person.userRef ||
      person.teams.includes(change.team) ||
      this.isAdmin(person) ||
      change.approvals.some(approval => approval.by === person.userRef) ||
      change.approvers.some(approver => approver.userRef === person.userRef) ||
      (change.state === 'awaiting-approval' &&
        (await this.mayApprove(change, person)).allowed)
    );
  }

  /** What to look through for this person; undefined for everything. */
  reachOf(person: DirectoryPerson): ChangeReach | undefined {
    return this.isAdmin(person)
      ? undefined
      : { userRef: person.userRef, teams: person.teams };
  }

  /** Whether this person's yes would count, whatever state it is in. */
  async mayApprove(
    change: Pick<ChangeRecord, 'requester' | 'record'>,
    person: DirectoryPerson,
  ): Promise<{ allowed: boolean; reason?: string }> {
    if (change.requester === person.userRef) {
      return {
        allowed: false,
        reason: say`Somebody else has to approve what you asked for.`,
      };
    }
    if (person.disabled) {
      return { allowed: false, reason: say`This account is disabled.` };
    }
    const { policy, platform, now } = this.options;
    const { draft, plan } = change.record;
    return policy.mayApprove(person, change.requester, {
      platform: await platform(),
      draft,
      cost: plan.cost,
      quota: plan.quota,
      now: now(),
    });
  }

  /** Only who asked takes it back. */
  mayCancel(change: ChangeRecord, person: DirectoryPerson): boolean {
    return change.requester === person.userRef && !person.disabled;
  }

  /** Only who asked and the team that owns it. */
  mayUndo(change: ChangeRecord, person: DirectoryPerson): boolean {
    return (
      !person.disabled &&
      (change.requester === person.userRef ||
        person.teams.includes(change.team))
    );
  }

  /**
   * Those to ask: leads of the owning team and admins, as far as the policies
   * let them approve this.
   */
  async approversOf(
    change: Pick<ChangeRecord, 'requester' | 'record'>,
  ): Promise<Approver[]> {
    const { directory, adminGroups } = this.options;
    const team = await this.group(change.record.draft.team);
    const admins = await Promise.all(adminGroups.map(name => this.group(name)));
    const candidates = new Set([
      ...(team?.leads ?? []),
      ...admins.flatMap(group => group?.members ?? []),
    ]);
    const approvers: Approver[] = [];
    for (const userRef of candidates) {
      const person = await directory.person(userRef);
      if ((await this.mayApprove(change, person)).allowed) {
        approvers.push({ userRef, name: person.displayName });
      }
    }
    return approvers;
  }

  /** The approvals that count: of this agreement, by who still may. */
  async validApprovals(
    change: Pick<
      ChangeRecord,
      'approvals' | 'planHash' | 'requester' | 'record'
    >,
  ): Promise<Approval[]> {
    const valid: Approval[] = [];
    for (const approval of change.approvals) {
      if (
        approval.decision === 'approved' &&
        approval.hash === change.planHash
      ) {
        const person = await this.options.directory.person(approval.by);
        if ((await this.mayApprove(change, person)).allowed) {
          valid.push(approval);
        }
      }
    }
    return valid;
  }

  private isAdmin(person: DirectoryPerson): boolean {
    return person.groups.some(group =>
      this.options.adminGroups.includes(group),
    );
  }

  private async group(name: string): Promise<DirectoryGroup | undefined> {
    try {
      return await this.options.directory.group(name);
    } catch (error) {
      // A team or admin group that isn't in the directory has nobody to ask.
      if (error instanceof Error && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }
}

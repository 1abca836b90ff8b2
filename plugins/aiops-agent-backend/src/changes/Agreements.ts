import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  PlatformSnapshot,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { AuditTrail } from '../audit';
import type { PlanService } from '../planning/types';
import type { PolicyService } from '../policy/types';
import type { ChangeAccess } from './ChangeAccess';
import type { ChangeAnnouncer } from './ChangeAnnouncer';
import type { ChangeStore } from './ChangeStore';
import type { Approval, ChangeRecord } from './model';
import { inMinutes, type ChangeLimits } from './states';
import { say } from '../words';

/** A plan that somebody says yes to. */
export interface Agreement {
  planId: string;
  hash: string;
  person: RequestingPerson;
  reason?: string;
  /** The deletion whose removal this is; its approvals hold for it, too. */
  follows?: ChangeRecord;
}

/** Turns a plan that is agreed to into a change request, once. */
export class Agreements {
  constructor(
    private readonly options: {
      store: ChangeStore;
      audit: AuditTrail;
      announcer: ChangeAnnouncer;
      access: ChangeAccess;
      plans: PlanService;
      policy: PolicyService;
      /** The platform repository at its newest known commit. */
      platform: () => Promise<PlatformSnapshot>;
      limits: ChangeLimits;
      now: () => Date;
    },
  ) {}

  /**
   * @throws NotFoundError when it is not this person's plan.
   * @throws ConflictError when it was agreed to already, has expired, or is
   * not the plan that was shown.
   * @throws NotAllowedError when the policies don't let them.
   * @throws ServiceUnavailableError when a fact can't be had.
   */
  async agree(agreement: Agreement): Promise<ChangeRecord> {
    const { plans, policy, platform, access, audit, store, announcer } =
      this.options;
    const { planId, hash, person, reason, follows } = agreement;
    const plan = await plans.get(planId, person.userRef);
    if (plan.state === 'confirmed') {
      throw new ConflictError(
        say`You have agreed to this already${
          plan.changeId ? say`: it is ${plan.changeId}` : ''
        }. It isn't done a second time.`,
      );
    }
    if (plan.hash !== hash) {
      throw new ConflictError(
        say`This is not the plan that you were shown, so nothing was done. Look at the plan as it is now and agree to that one.`,
      );
    }
    const { draft } = await plans.record(planId);
    const now = this.options.now();
    const decision = await policy.decide({
      person,
      platform: await platform(),
      draft,
      cost: plan.cost,
      quota: plan.quota,
      now,
    });
    if (decision.outcome === 'deny') {
      throw new NotAllowedError(
        [
          ...decision.reasons,
          say`Nothing was done.`,
          decision.approvers.length > 0
            ? say`${decision.approvers.join(', ')} could help you.`
            : '',
        ]
          .filter(Boolean)
          .join(' '),
      );
    }
    const change = await audit.act(
      {
        event: 'change-confirm',
        severity: 'medium',
        actor: person.userRef,
        subject: planId,
        meta: { planId, hash, decision: decision.outcome },
      },
      async (tx, entry) => {
        const number = await store.nextNumber(tx);
        const id = `REQ-${number}`;
        entry.subject = id;
        const record = await plans.take(tx, {
          id: planId,
          hash,
          userRef: person.userRef,
          now,
          changeId: id,
        });
        const at = now.toISOString();
        const approvals = (follows?.approvals ?? [])
          .filter(approval => approval.decision === 'approved')
          .map(
            (approval): Approval => ({
              ...approval,
              hash,
              reason: say`Approved with ${follows!.id}`,
            }),
          );
        const asks =
          decision.outcome === 'needs-approval' &&
          approvals.length < decision.approvalsNeeded;
        const created: ChangeRecord = {
          id,
          number,
          version: 1,
          state: asks ? 'awaiting-approval' : 'queued',
          requester: person.userRef,
          requesterName: person.displayName,
          team: record.draft.team,
          intent: record.draft.intents[0]?.intent ?? 'unknown',
          planId,
          planHash: hash,
          reason,
          record: {
            ...record,
            plan: {
              ...record.plan,
              state: 'confirmed',
              changeId: id,
              decision,
            },
          },
          approvalsNeeded: decision.approvalsNeeded,
          approvers: [],
          approvals,
          writing: false,
          times: { agreed: at },
          undoes: record.draft.undoes,
          follows: follows?.id,
          attempts: 0,
          createdAt: at,
          updatedAt: at,
          stateSince: at,
          deadline: asks
            ? inMinutes(now, this.options.limits.approvalMinutes)
            : undefined,
        };
        await store.insert(tx, created);
        return created;
      },
    );
    const asked =
      change.state === 'awaiting-approval'
        ? await store.note(
            change,
            { approvers: await access.approversOf(change) },
            now,
          )
        : change;
    await announcer.moved(asked);
    return asked;
  }
}

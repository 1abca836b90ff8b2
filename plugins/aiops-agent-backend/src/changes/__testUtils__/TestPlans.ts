import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  PlanDraft,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { PlanRecord, PlanService } from '../../planning/types';

/** Plans in memory, whose drafts a test may change on the way. */
export class TestPlans implements PlanService {
  readonly plans = new Map<string, PlanRecord>();
  private proposed = 0;
  /** What planning again makes of a draft. */
  redraft: (draft: PlanDraft) => PlanDraft = draft => draft;

  constructor(
    private readonly head: () => Promise<string>,
    private readonly now: () => Date,
  ) {}

  async propose(input: {
    draft: PlanDraft;
    person: RequestingPerson;
  }): Promise<Plan> {
    const id = `plan-${++this.proposed}`;
    const record = await this.make(id, input.draft, input.person.userRef);
    this.plans.set(id, record);
    return record.plan;
  }

  async get(id: string, userRef: string): Promise<Plan> {
    const { plan } = await this.record(id);
    if (plan.requester !== userRef) {
      throw new NotFoundError("There is no such plan, or it isn't yours.");
    }
    return plan;
  }

  async record(id: string): Promise<PlanRecord> {
    const record = this.plans.get(id);
    if (!record) {
      throw new NotFoundError("There is no such plan, or it isn't yours.");
    }
    return record;
  }

  async dismiss(id: string, userRef: string): Promise<Plan> {
    return this.get(id, userRef);
  }

  async again(record: PlanRecord): Promise<PlanRecord> {
    return this.make(
      record.plan.id,
      this.redraft(record.draft),
      record.plan.requester,
    );
  }

  async take(
    _tx: Knex.Transaction,
    input: { id: string; hash: string; userRef: string; changeId: string },
  ): Promise<PlanRecord> {
    const record = await this.record(input.id);
    if (record.plan.requester !== input.userRef) {
      throw new NotAllowedError('This plan is not yours.');
    }
    if (record.plan.hash !== input.hash || record.plan.state !== 'proposed') {
      throw new ConflictError('This plan was taken already.');
    }
    record.plan.state = 'confirmed';
    record.plan.changeId = input.changeId;
    return record;
  }

  private async make(
    id: string,
    draft: PlanDraft,
    requester: string,
  ): Promise<PlanRecord> {
    const { intents, targets, values, risk } = draft;
    const hash = createHash('sha256')
      .update(JSON.stringify({ requester, intents, targets, values, risk }))
      .digest('hex');
    const plan: Plan = {
      id,
      hash,
      state: 'proposed',
      requester,
      team: draft.team,
      title: draft.title,
      summary: draft.summary,
      intents,
      decision: {
        outcome: 'allow',
        reasons: [],
        approvers: [],
        approvalsNeeded: 0,
      },
      cost: {
        currency: 'USD',
        before: 0,
        after: 10,
        delta: 10,
        priced: true,
        budget: {
          team: draft.team,
          amount: 400,
          spent: 90,
          spentAfter: 100,
          currency: 'USD',
        },
      },
      quota: [],
      risk,
      undo: draft.undo,
      steps: draft.steps.map(step => step.title),
      files: [],
      links: draft.links,
      fields: [],
      confirmLabel: draft.confirmLabel,
      createdAt: this.now().toISOString(),
      expiresAt: new Date(this.now().getTime() + 1_800_000).toISOString(),
    };
    return {
      plan,
      base: await this.head(),
      edits: draft.edits,
      secrets: draft.secrets,
      steps: draft.steps,
      draft,
    };
  }
}

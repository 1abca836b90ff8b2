import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { say } from '../words';
import {
  fromRow,
  toColumns,
  type ApprovalRow,
  type ChangeRow,
} from './changeRows';
import type { ChangeFilter, ChangePatch, ChangeStore } from './ChangeStore';
import { WORKED_STATES, type Approval, type ChangeRecord } from './model';
import {
  TRANSITIONS,
  type Transition,
  type TransitionName,
} from './transitions';

/** {@link ChangeStore} over the plugin's database. */
export class DatabaseChangeStore implements ChangeStore {
  constructor(private readonly database: Knex) {}

  async nextNumber(tx: Knex.Transaction): Promise<number> {
    await tx('change_counters')
      .where({ name: 'request' })
      .increment('value', 1);
    const row = await tx('change_counters').where({ name: 'request' }).first();
    return row.value;
  }

  async insert(tx: Knex.Transaction, change: ChangeRecord): Promise<void> {
    const { approvals, ...fields } = change;
    await tx<ChangeRow>('change_requests').insert(toColumns(fields));
    for (const approval of approvals) {
      await this.addApproval(tx, change.id, approval);
    }
  }

  async get(id: string): Promise<ChangeRecord> {
    const [change] = await this.read(query => query.where({ id }));
    if (!change) {
      throw new NotFoundError(
        say`There is no request ${id}, or it isn't yours to see.`,
      );
    }
    return change;
  }

  async list(filter: ChangeFilter): Promise<ChangeRecord[]> {
    return this.read(query => {
      if (filter.states) {
        query.whereIn('state', filter.states);
      }
      if (filter.requester) {
        query.where({ requester: filter.requester });
      }
      if (filter.team) {
        query.where({ team: filter.team });
      }
      if (filter.follows) {
        query.where({ follows: filter.follows });
      }
      if (filter.below) {
        const folders = filter.below;
        // The record is JSON text, in which paths stand as they are.
        query.where(some =>
          folders.forEach(folder =>
            some.orWhereLike(
              'record',
              `%"path":${JSON.stringify(`${folder}/`).slice(0, -1)}%`,
            ),
          ),
        );
      }
      if (filter.reach) {
        const { userRef, teams } = filter.reach;
        query.where(near =>
          near
            .where({ requester: userRef })
            .orWhereIn('team', teams)
            .orWhere({ state: 'awaiting-approval' })
            .orWhereLike('approvers', `%${JSON.stringify(userRef)}%`)
            .orWhereIn(
              'id',
              this.database<ApprovalRow>('change_approvals')
                .select('change_id')
                .where({ by: userRef }),
            ),
        );
      }
      query.orderBy('number', 'desc').limit(filter.limit ?? 200);
    });
  }

  async transition(
    tx: Knex.Transaction,
    change: ChangeRecord,
    name: TransitionName,
    patch: ChangePatch,
    now: Date,
  ): Promise<ChangeRecord> {
    const { from, to, unwritten }: Transition = TRANSITIONS[name];
    const moved = {
      attempts: 0,
      detail: undefined,
      waitingSince: undefined,
      ...patch,
      state: to,
      version: change.version + 1,
      updatedAt: now.toISOString(),
      ...(change.state === to ? {} : { stateSince: now.toISOString() }),
    };
    const update = tx<ChangeRow>('change_requests')
      .where({ id: change.id, version: change.version })
      .whereIn('state', from);
    if (unwritten) {
      update.where({ writing: false });
    }
    await mustMove(update.update(toColumns(moved)), change.id);
    return { ...change, ...moved };
  }

  async note(
    change: ChangeRecord,
    patch: ChangePatch,
    now: Date,
  ): Promise<ChangeRecord> {
    const noted = {
      ...patch,
      version: change.version + 1,
      updatedAt: now.toISOString(),
    };
    await mustMove(
      this.database<ChangeRow>('change_requests')
        .where({
          id: change.id,
          version: change.version,
          state: change.state,
        })
        .update(toColumns(noted)),
      change.id,
    );
    return { ...change, ...noted };
  }

  async addApproval(
    tx: Knex.Transaction,
    id: string,
    approval: Approval,
  ): Promise<void> {
    const { byName, ...rest } = approval;
    const inserted = await tx<ApprovalRow>('change_approvals')
      .insert({
        ...rest,
        change_id: id,
        by_name: byName,
        reason: approval.reason ?? null,
      })
      .onConflict(['change_id', 'by'])
      .ignore()
      .returning('change_id');
    if (inserted.length === 0) {
      throw new ConflictError(
        say`You have already given your word on ${id}; it isn't counted twice.`,
      );
    }
  }

  async workable(now: Date): Promise<string[]> {
    const rows = await this.database<ChangeRow>('change_requests')
      .select('id')
      .whereIn('state', WORKED_STATES)
      .andWhere(due =>
        due
          .whereNot({ state: 'awaiting-approval' })
          .orWhere('deadline', '<=', now.toISOString()),
      )
      .andWhere(free =>
        free
          .whereNull('lease_until')
          .orWhere('lease_until', '<', now.toISOString()),
      )
      .orderBy('number');
    return rows.map(row => row.id);
  }

  async lease(
    id: string,
    owner: string,
    now: Date,
    until: Date,
  ): Promise<boolean> {
    const taken = await this.database<ChangeRow>('change_requests')
      .where({ id })
      .andWhere(free => {
        free
          .whereNull('lease_until')
          .orWhere('lease_until', '<', now.toISOString())
          .orWhere({ lease_owner: owner });
      })
      .update({ lease_owner: owner, lease_until: until.toISOString() });
    return taken === 1;
  }

  async release(id: string, owner: string): Promise<void> {
    await this.database<ChangeRow>('change_requests')
      .where({ id, lease_owner: owner })
      .update({ lease_owner: null, lease_until: null });
  }

  async durations(intent: string, limit: number): Promise<number[]> {
    const rows = await this.database<ChangeRow>('change_requests')
      .select('started_at', 'live_at')
      .where({ intent })
      .whereNotNull('started_at')
      .whereNotNull('live_at')
      .orderBy('live_at', 'desc')
      .limit(limit);
    return rows.map(
      row => (Date.parse(row.live_at!) - Date.parse(row.started_at!)) / 1000,
    );
  }

  private async read(
    narrow: (query: Knex.QueryBuilder<ChangeRow>) => void,
  ): Promise<ChangeRecord[]> {
    const query = this.database<ChangeRow>('change_requests');
    narrow(query);
    const rows: ChangeRow[] = await query;
    const approvals = await this.database<ApprovalRow>('change_approvals')
      .whereIn(
        'change_id',
        rows.map(row => row.id),
      )
      .orderBy(['at', 'by']);
    return rows.map(row =>
      fromRow(
        row,
        approvals.filter(approval => approval.change_id === row.id),
      ),
    );
  }
}

async function mustMove(update: Promise<number>, id: string): Promise<void> {
  if ((await update) !== 1) {
    throw new ConflictError(
      say`${id} has moved on in the meantime, so nothing was done. Look at it again.`,
    );
  }
}

import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type { Knex } from 'knex';
import type { PlanStore, PlanTaking } from './PlanStore';
import type { PlanRecord } from './types';

const TABLE = 'aiops_plans';

interface PlanRow {
  id: string;
  hash: string;
  state: Plan['state'];
  requester: string;
  conversation_id: string | null;
  record: string;
  change_id: string | null;
  created_at: string;
  expires_at: string;
}

/** The record as it was made, in the state that its columns say. */
function toRecord(row: PlanRow): PlanRecord {
  const record: PlanRecord = JSON.parse(row.record);
  return {
    ...record,
    plan: {
      ...record.plan,
      state: row.state,
      ...(row.change_id ? { changeId: row.change_id } : {}),
    },
  };
}

/** Plans in the plugin's database, in the table `aiops_plans`. */
export class DatabasePlanStore implements PlanStore {
  constructor(private readonly database: Knex) {}

  async add(record: PlanRecord): Promise<void> {
    const { plan } = record;
    await this.database.transaction(async tx => {
      if (plan.conversationId) {
        await tx<PlanRow>(TABLE)
          .where({ conversation_id: plan.conversationId, state: 'proposed' })
          .update({ state: 'replaced' });
      }
      await tx<PlanRow>(TABLE).insert({
        id: plan.id,
        hash: plan.hash,
        state: plan.state,
        requester: plan.requester,
        conversation_id: plan.conversationId ?? null,
        record: JSON.stringify(record),
        change_id: null,
        created_at: plan.createdAt,
        expires_at: plan.expiresAt,
      });
    });
  }

  async find(id: string): Promise<PlanRecord | undefined> {
    return this.#read(this.database, id);
  }

  async findIn(
    tx: Knex.Transaction,
    id: string,
  ): Promise<PlanRecord | undefined> {
    return this.#read(tx, id);
  }

  async close(id: string, state: Plan['state']): Promise<boolean> {
    const changed = await this.database<PlanRow>(TABLE)
      .where({ id, state: 'proposed' })
      .update({ state });
    return changed === 1;
  }

  async take(
    tx: Knex.Transaction,
    { id, hash, userRef, now, changeId }: PlanTaking,
  ): Promise<PlanRecord | undefined> {
    const changed = await tx<PlanRow>(TABLE)
      .where({ id, hash, requester: userRef, state: 'proposed' })
      .andWhere('expires_at', '>', now.toISOString())
      .update({ state: 'confirmed', change_id: changeId });
    return changed === 1 ? this.#read(tx, id) : undefined;
  }

  async #read(
    database: Knex | Knex.Transaction,
    id: string,
  ): Promise<PlanRecord | undefined> {
    const row = await database<PlanRow>(TABLE).where({ id }).first();
    return row && toRecord(row);
  }
}

import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type { Knex } from 'knex';
import type { PlanRecord } from './types';

/** A plan that is taken: by whom, as what it was shown, and what it becomes. */
export interface PlanTaking {
  id: string;
  hash: string;
  userRef: string;
  now: Date;
  changeId: string;
}

/** Where plans are kept. */
export interface PlanStore {
  /** Keeps a plan, and marks the conversation's older ones as replaced. */
  add(record: PlanRecord): Promise<void>;
  /** With its present state; undefined when there is none. */
  find(id: string): Promise<PlanRecord | undefined>;
  /** Moves a plan out of `proposed`; false when it isn't there any more. */
  close(id: string, state: Plan['state']): Promise<boolean>;
  /**
   * Marks a plan as confirmed in one conditional update.
   *
   * @returns undefined when it isn't proposed, not this person's, has another
   * hash or has expired.
   */
  take(
    tx: Knex.Transaction,
    taking: PlanTaking,
  ): Promise<PlanRecord | undefined>;
  /** Reads inside a transaction. */
  findIn(tx: Knex.Transaction, id: string): Promise<PlanRecord | undefined>;
}

import type { ChangeState } from '@aiops-portal/plugin-aiops-agent-common';
import type { Knex } from 'knex';
import type { Approval, ChangeRecord } from './model';
import type { TransitionName } from './transitions';

/** Which change requests to list. Every given part must hold. */
export interface ChangeFilter {
  states?: ChangeState[];
  requester?: string;
  team?: string;
  follows?: string;
  /** Only what writes below one of these folders. */
  below?: string[];
  /** Only what may concern this person. */
  reach?: ChangeReach;
  limit?: number;
}

/** Whose requests may concern a person; `sees` decides on each of them. */
export interface ChangeReach {
  userRef: string;
  teams: string[];
}

/** What may be written beside the state. */
export type ChangePatch = Partial<
  Pick<
    ChangeRecord,
    | 'record'
    | 'approvalsNeeded'
    | 'approvers'
    | 'writing'
    | 'commit'
    | 'detail'
    | 'times'
    | 'failure'
    | 'nextPlanId'
    | 'undoneBy'
    | 'attempts'
    | 'deadline'
    | 'waitingSince'
    | 'startedAt'
    | 'liveAt'
  >
>;

/** Where change requests are kept. */
export interface ChangeStore {
  /** The next number, inside the transaction that uses it up. */
  nextNumber(tx: Knex.Transaction): Promise<number>;
  insert(tx: Knex.Transaction, change: ChangeRecord): Promise<void>;
  /** @throws NotFoundError */
  get(id: string): Promise<ChangeRecord>;
  /** Newest first. */
  list(filter: ChangeFilter): Promise<ChangeRecord[]>;
  /**
   * One conditional update: only from a state that the transition leaves, and
   * only when nobody has moved the request since it was read.
   *
   * @throws ConflictError when somebody has; nothing is written then.
   */
  transition(
    tx: Knex.Transaction,
    change: ChangeRecord,
    name: TransitionName,
    patch: ChangePatch,
    now: Date,
  ): Promise<ChangeRecord>;
  /**
   * Notes something without moving on; the version grows.
   * @throws ConflictError when somebody has moved the request since.
   */
  note(
    change: ChangeRecord,
    patch: ChangePatch,
    now: Date,
  ): Promise<ChangeRecord>;
  /** Keeps an approval or rejection, one a person. @throws ConflictError */
  addApproval(
    tx: Knex.Transaction,
    id: string,
    approval: Approval,
  ): Promise<void>;
  /** Requests that a worker could move on, oldest first. */
  workable(now: Date): Promise<string[]>;
  /** Takes or prolongs a lease; false when another worker holds it. */
  lease(id: string, owner: string, now: Date, until: Date): Promise<boolean>;
  release(id: string, owner: string): Promise<void>;
  /** Seconds from start to live of the newest that did the same. */
  durations(intent: string, limit: number): Promise<number[]>;
}

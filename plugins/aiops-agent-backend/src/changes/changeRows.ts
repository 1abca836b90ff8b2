import type { Approval, ChangeRecord } from './model';

/** A row of `change_requests`. */
export interface ChangeRow {
  id: string;
  number: number;
  version: number;
  state: ChangeRecord['state'];
  requester: string;
  requester_name: string;
  team: string;
  intent: string;
  plan_id: string;
  plan_hash: string;
  reason: string | null;
  record: string;
  approvals_needed: number;
  approvers: string;
  writing: boolean | number;
  commit_sha: string | null;
  detail: string | null;
  times: string;
  failure: string | null;
  next_plan_id: string | null;
  undoes: string | null;
  undone_by: string | null;
  follows: string | null;
  attempts: number;
  created_at: string;
  updated_at: string;
  state_since: string;
  deadline: string | null;
  waiting_since: string | null;
  started_at: string | null;
  live_at: string | null;
  lease_owner: string | null;
  lease_until: string | null;
}

/** A row of `change_approvals`. */
export interface ApprovalRow {
  change_id: string;
  by: string;
  by_name: string;
  decision: Approval['decision'];
  hash: string;
  reason: string | null;
  at: string;
}

type Kept = Partial<Omit<ChangeRecord, 'approvals'>>;

const COLUMNS: Record<keyof Required<Kept>, keyof ChangeRow> = {
  id: 'id',
  number: 'number',
  version: 'version',
  state: 'state',
  requester: 'requester',
  requesterName: 'requester_name',
  team: 'team',
  intent: 'intent',
  planId: 'plan_id',
  planHash: 'plan_hash',
  reason: 'reason',
  record: 'record',
  approvalsNeeded: 'approvals_needed',
  approvers: 'approvers',
  writing: 'writing',
  commit: 'commit_sha',
  detail: 'detail',
  times: 'times',
  failure: 'failure',
  nextPlanId: 'next_plan_id',
  undoes: 'undoes',
  undoneBy: 'undone_by',
  follows: 'follows',
  attempts: 'attempts',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  stateSince: 'state_since',
  deadline: 'deadline',
  waitingSince: 'waiting_since',
  startedAt: 'started_at',
  liveAt: 'live_at',
};

const STRUCTURED = new Set(['record', 'approvers', 'times', 'failure']);

/**
 * The columns for these fields. A field that is given as undefined is set to
 * nothing; one that is absent is left alone.
 */
export function toColumns(fields: Kept): Partial<ChangeRow> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const column = COLUMNS[field as keyof Kept];
      if (value === undefined) {
        return [column, null];
      }
      return [column, STRUCTURED.has(field) ? JSON.stringify(value) : value];
    }),
  );
}

/** The record that a row and its approvals stand for. */
export function fromRow(
  row: ChangeRow,
  approvals: ApprovalRow[],
): ChangeRecord {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    requester: row.requester,
    requesterName: row.requester_name,
    team: row.team,
    intent: row.intent,
    planId: row.plan_id,
    planHash: row.plan_hash,
    reason: row.reason ?? undefined,
    record: JSON.parse(row.record),
    approvalsNeeded: row.approvals_needed,
    approvers: JSON.parse(row.approvers),
    approvals: approvals.map(({ change_id: _, by_name: byName, ...rest }) => ({
      ...rest,
      byName,
      reason: rest.reason ?? undefined,
    })),
    writing: Boolean(row.writing),
    commit: row.commit_sha ?? undefined,
    detail: row.detail ?? undefined,
    times: JSON.parse(row.times),
    failure: row.failure ? JSON.parse(row.failure) : undefined,
    nextPlanId: row.next_plan_id ?? undefined,
    undoes: row.undoes ?? undefined,
    undoneBy: row.undone_by ?? undefined,
    follows: row.follows ?? undefined,
    attempts: row.attempts,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    stateSince: row.state_since,
    deadline: row.deadline ?? undefined,
    waitingSince: row.waiting_since ?? undefined,
    startedAt: row.started_at ?? undefined,
    liveAt: row.live_at ?? undefined,
  };
}

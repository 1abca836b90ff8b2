import type { ChangeState } from '@aiops-portal/plugin-aiops-agent-common';
import type { PlanRecord } from '../planning/types';

/** Somebody's word on a request. */
export interface Approval {
  by: string;
  byName: string;
  decision: 'approved' | 'rejected';
  /** Hash of the agreement that was approved. */
  hash: string;
  reason?: string;
  /** ISO 8601 */
  at: string;
}

/** Why a request did not become live, in words for people. */
export interface Failure {
  /** What happened, and that nothing else changed. */
  message: string;
  /** What to do. */
  advice: string;
  /** For developers: what the cluster says. */
  details?: string;
}

/** Whoever could approve a request. */
export interface Approver {
  userRef: string;
  name: string;
}

/** A change request as it is kept. Times are ISO 8601 in UTC. */
export interface ChangeRecord {
  /** `REQ-1042` */
  id: string;
  number: number;
  /** Grows with every step. */
  version: number;
  state: ChangeState;
  requester: string;
  requesterName: string;
  team: string;
  /** The first of its intents. */
  intent: string;
  planId: string;
  planHash: string;
  reason?: string;
  /** The agreed plan; while it is written, as it is upon the newest head. */
  record: PlanRecord;
  approvalsNeeded: number;
  approvers: Approver[];
  approvals: Approval[];
  /** True from the moment that a push may be under way. */
  writing: boolean;
  commit?: string;
  /** What it waits for, in words for people. */
  detail?: string;
  /** When each step was done, by the step's id. */
  times: Record<string, string>;
  failure?: Failure;
  /** The plan that was proposed where this one could not be carried out. */
  nextPlanId?: string;
  /** The request that this one undoes. */
  undoes?: string;
  undoneBy?: string;
  /** The deletion whose removal this is. */
  follows?: string;
  /** Unexpected errors since the last step. */
  attempts: number;
  createdAt: string;
  updatedAt: string;
  stateSince: string;
  /** When the present state has taken too long. */
  deadline?: string;
  /** Since when its clock stands still because something is out of reach. */
  waitingSince?: string;
  startedAt?: string;
  liveAt?: string;
}

/** States that workers move on; the others wait for people or have ended. */
export const WORKED_STATES: ChangeState[] = [
  'awaiting-approval',
  'queued',
  'committing',
  'syncing',
  'verifying',
];

/** States from which nothing moves any more, save that it can be undone. */
export const ENDED_STATES: ChangeState[] = [
  'live',
  'failed',
  'rolled-back',
  'rejected',
  'cancelled',
  'expired',
];

/** True when the request has ended. */
export function hasEnded(change: { state: ChangeState }): boolean {
  return ENDED_STATES.includes(change.state);
}

/** True for a backup: it neither runs nor answers, and holds something. */
export function isBackup({ record }: Pick<ChangeRecord, 'record'>): boolean {
  return record.steps.some(({ watch }) => watch?.kind === 'Backup');
}

/**
 * The states that a filter word stands for: a state, `open`, `approved` or
 * `done`; undefined stands for all.
 */
export function statesOf(filter?: string): ChangeState[] | undefined {
  switch (filter) {
    case undefined:
    case '':
      return undefined;
    case 'open':
      return WORKED_STATES;
    case 'approved':
      return ['queued', 'committing', 'syncing', 'verifying'];
    case 'done':
      return ['live'];
    default:
      return [...WORKED_STATES, ...ENDED_STATES].filter(s => s === filter);
  }
}

/**
 * The sentence that an error has for people. What caused it comes behind, and
 * is for the log.
 */
export function sentenceOf(error: Error): string {
  return error.message.split('; caused by ')[0];
}

import type { AuditorServiceEventSeverityLevel } from '@backstage/backend-plugin-api';
import type { ChangeState } from '@aiops-portal/plugin-aiops-agent-common';

/** One way from state to state. */
export interface Transition {
  from: ChangeState[];
  to: ChangeState;
  /** Event of the audit trail. */
  event: string;
  severity: AuditorServiceEventSeverityLevel;
  /** Only while no push may be under way. */
  unwritten?: boolean;
}

/** Every way that a change request can move; nothing moves outside of it. */
export const TRANSITIONS = {
  approve: {
    from: ['awaiting-approval'],
    to: 'queued',
    event: 'change-approve',
    severity: 'medium',
  },
  /** One of several approvals. */
  approveInPart: {
    from: ['awaiting-approval'],
    to: 'awaiting-approval',
    event: 'change-approve',
    severity: 'medium',
  },
  reject: {
    from: ['awaiting-approval'],
    to: 'rejected',
    event: 'change-reject',
    severity: 'medium',
  },
  cancel: {
    from: ['awaiting-approval', 'queued', 'committing'],
    to: 'cancelled',
    event: 'change-cancel',
    severity: 'medium',
    unwritten: true,
  },
  expire: {
    from: ['awaiting-approval'],
    to: 'expired',
    event: 'change-expire',
    severity: 'low',
  },
  start: {
    from: ['queued'],
    to: 'committing',
    event: 'change-start',
    severity: 'low',
  },
  askAgain: {
    from: ['committing'],
    to: 'awaiting-approval',
    event: 'change-ask-again',
    severity: 'medium',
  },
  /** From here on a push may be under way, so that it can't be taken back. */
  write: {
    from: ['committing'],
    to: 'committing',
    event: 'change-write',
    severity: 'low',
  },
  commit: {
    from: ['committing'],
    to: 'syncing',
    event: 'change-commit',
    severity: 'medium',
  },
  verify: {
    from: ['syncing'],
    to: 'verifying',
    event: 'change-verify',
    severity: 'low',
  },
  finish: {
    from: ['verifying'],
    to: 'live',
    event: 'change-live',
    severity: 'low',
  },
  fail: {
    from: ['queued', 'committing', 'syncing', 'verifying'],
    to: 'failed',
    event: 'change-fail',
    severity: 'medium',
  },
  undo: {
    from: ['live', 'failed'],
    to: 'rolled-back',
    event: 'change-undo',
    severity: 'medium',
  },
} satisfies Record<string, Transition>;

/** Name of a row of {@link TRANSITIONS}. */
export type TransitionName = keyof typeof TRANSITIONS;

import type { ChangeStep } from '@aiops-portal/plugin-aiops-agent-common';
import type { PlannedStep } from '@aiops-portal/plugin-aiops-agent-node';
import type { ClusterReader } from '../cluster/types';
import { isBackup, type ChangeRecord } from './model';
import { say } from '../words';

const CHECK = 'check';
const ORDER = [
  'awaiting-approval',
  'queued',
  'committing',
  'syncing',
  'verifying',
];

/** The present state in words that a person would say. */
export function stateText(change: ChangeRecord, steps: ChangeStep[]): string {
  switch (change.state) {
    case 'awaiting-approval':
      return say`Waiting for ${namesOf(change)}`;
    case 'queued':
      return say`Agreed`;
    case 'committing':
      return say`Being written down`;
    case 'syncing':
      return say`Written down`;
    case 'verifying':
      return steps.find(step => step.state === 'active')?.id === CHECK
        ? say`Checking it answers`
        : underWayWord(change);
    case 'live':
      return liveWord(change);
    case 'rolled-back':
      return say`Undone`;
    case 'rejected':
      return say`Turned down by ${
        change.approvals.find(a => a.decision === 'rejected')?.byName ??
        say`an approver`
      }`;
    case 'cancelled':
      return say`Taken back`;
    case 'expired':
      return say`Nobody answered in time`;
    default:
      return say`It did not work`;
  }
}

/** The lines of progress, from agreed to live. `at` says when each was done. */
export function changeSteps(
  change: ChangeRecord,
  viewerRef: string,
  cluster: ClusterReader,
): ChangeStep[] {
  const steps = [
    agreedStep(change, viewerRef),
    ...approvalSteps(change),
    {
      id: 'written',
      title: say`Written down`,
      ...doneAt(change.times.written),
      detail: change.commit && say`change ${change.commit.slice(0, 7)}`,
    },
    ...change.record.steps
      .filter(step => !isPartOfCheck(step))
      .map(step => plannedStep(change, step, cluster)),
    ...checkStep(change, cluster),
    { id: 'live', title: liveWord(change), ...doneAt(change.liveAt) },
  ];
  return markPresent(change, steps);
}

function underWayWord(change: ChangeRecord): string {
  return isBackup(change) ? say`Being backed up` : say`Being built`;
}

function liveWord(change: ChangeRecord): string {
  return isBackup(change) ? say`Backed up` : say`Live`;
}

function checkStep(change: ChangeRecord, cluster: ClusterReader): ChangeStep[] {
  return isBackup(change)
    ? []
    : [
        {
          id: CHECK,
          title: say`Checking that it answers`,
          ...doneAt(change.times.verified),
          detail: checkDetail(change, cluster),
        },
      ];
}

/** Whether an address is served is a part of checking that it answers. */
function isPartOfCheck({ watch }: PlannedStep): boolean {
  return watch?.kind === 'Ingress';
}

function checkDetail(
  change: ChangeRecord,
  cluster: ClusterReader,
): string | undefined {
  if (change.state !== 'verifying' || !cluster.ready()) {
    return undefined;
  }
  return change.record.steps
    .filter(isPartOfCheck)
    .flatMap(({ watch }) => cluster.isReady(watch!).detail ?? [])[0];
}

function doneAt(at?: string): Pick<ChangeStep, 'state' | 'at'> {
  return at ? { state: 'done', at } : { state: 'waiting' };
}

function agreedStep(change: ChangeRecord, viewerRef: string): ChangeStep {
  const who = viewerRef === change.requester ? say`you` : change.requesterName;
  return {
    id: 'agreed',
    title: say`Agreed by ${who}`,
    state: 'done',
    at: change.createdAt,
  };
}

function approvalSteps(change: ChangeRecord): ChangeStep[] {
  const given = change.approvals.map(
    (approval): ChangeStep => ({
      id: `approval:${approval.by}`,
      title:
        approval.decision === 'approved'
          ? say`Approved by ${approval.byName}`
          : say`Turned down by ${approval.byName}`,
      state: approval.decision === 'approved' ? 'done' : 'failed',
      at: approval.at,
      detail: approval.reason,
    }),
  );
  return change.state === 'awaiting-approval'
    ? [
        ...given,
        {
          id: 'approval',
          title: say`Waiting for ${namesOf(change)}`,
          state: 'waiting',
        },
      ]
    : given;
}

function plannedStep(
  change: ChangeRecord,
  step: PlannedStep,
  cluster: ClusterReader,
): ChangeStep {
  const base = { id: step.id, title: step.title };
  if (change.liveAt || change.state === 'live') {
    return {
      ...base,
      ...doneAt(change.times[step.id] ?? change.liveAt),
      detail: evidence(step, cluster),
    };
  }
  if (change.state === 'verifying' && step.watch && cluster.ready()) {
    const { ready, detail } = cluster.isReady(step.watch);
    return ready
      ? {
          ...base,
          ...doneAt(change.times[step.id] ?? change.updatedAt),
          detail,
        }
      : { ...base, state: 'waiting', detail };
  }
  return { ...base, ...doneAt(change.times[step.id]) };
}

/** What there is to show for it, as long as the cluster has it. */
function evidence(
  { watch }: PlannedStep,
  cluster: ClusterReader,
): string | undefined {
  if (watch?.kind !== 'Backup' || !cluster.ready()) {
    return undefined;
  }
  const { ready, detail } = cluster.isReady(watch);
  return ready ? detail : undefined;
}

/**
 * The first line that isn't done is what happens now, or where it failed.
 * What is waited for is said there.
 */
function markPresent(change: ChangeRecord, steps: ChangeStep[]): ChangeStep[] {
  const ended = !ORDER.includes(change.state);
  const failed = change.state === 'failed';
  if (ended && !failed) {
    return steps;
  }
  const present = steps.findIndex(step => step.state === 'waiting');
  return steps.map((step, index) =>
    index === present
      ? {
          ...step,
          state: failed ? 'failed' : 'active',
          detail: change.detail ?? step.detail,
        }
      : step,
  );
}

/** Whom it waits for: `Lena`, `Lena or Ada`, `two of Lena, Ada and Tom`. */
function namesOf(change: ChangeRecord): string {
  const words = change.approvals.map(approval => approval.by);
  const names = change.approvers
    .filter(approver => !words.includes(approver.userRef))
    .map(approver => approver.name);
  const asked =
    names.length > 0 ? names : change.record.plan.decision.approvers;
  if (asked.length === 0) {
    return say`an approver`;
  }
  const missing = change.approvalsNeeded - change.approvals.length;
  const joined = (word: string) =>
    asked.length === 1
      ? asked[0]
      : `${asked.slice(0, -1).join(', ')} ${word} ${asked[asked.length - 1]}`;
  return missing > 1 && asked.length > missing
    ? say`${missing} of ${joined(say`and`)}`
    : joined(missing > 1 ? say`and` : say`or`);
}

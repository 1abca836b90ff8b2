import type {
  Change,
  ChangeStep,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  DirectoryPerson,
  PlanDraft,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { ClusterReader, RuntimeReader } from '../cluster/types';
import { lowerFirst, mainName } from '../gitops';
import type { ChangeAccess } from './ChangeAccess';
import type { ChangeStore } from './ChangeStore';
import { hasEnded, type ChangeRecord } from './model';
import { mendedMemory, withOutcome } from './outcome';
import { changeSteps, stateText } from './rendering';
import { say } from '../words';

/** How many earlier changes an estimate is made from. */
const SAMPLE = 21;

/** Change requests as one person sees them. */
export class ChangeView {
  constructor(
    private readonly options: {
      store: ChangeStore;
      access: ChangeAccess;
      cluster: ClusterReader & Pick<RuntimeReader, 'measures'>;
      /** The platform repository at its newest known commit. */
      platform: () => Promise<PlatformSnapshot>;
      /** Where a commit can be looked at. */
      commitUrl: (sha: string) => string | undefined;
      now: () => Date;
    },
  ) {}

  /** The request with what this person may do with it now. */
  async show(change: ChangeRecord, viewer: DirectoryPerson): Promise<Change> {
    const { access, cluster, commitUrl } = this.options;
    const steps = await this.outcomeIn(
      changeSteps(change, viewer.userRef, cluster),
      change,
      viewer,
    );
    const undoUntil = undoUntilOf(change);
    const now = this.options.now();
    const undoable =
      undoUntil !== undefined &&
      undoUntil > now.toISOString() &&
      !change.undoneBy;
    const mayApprove =
      change.state === 'awaiting-approval' &&
      !change.approvals.some(approval => approval.by === viewer.userRef) &&
      (await access.mayApprove(change, viewer)).allowed;
    const { plan, draft } = change.record;
    return {
      id: change.id,
      version: change.version,
      state: change.state,
      stateText: stateText(change, steps),
      title: titleOf(draft),
      summary: draft.outcome ?? plan.summary,
      requester: change.requester,
      requesterName: change.requesterName,
      team: change.team,
      reason: change.reason,
      steps,
      planId: change.planId,
      plan,
      hash: change.planHash,
      commit: change.commit
        ? { sha: change.commit, url: commitUrl(change.commit) }
        : undefined,
      approvals: change.approvals.map(({ hash: _, ...approval }) => approval),
      can: {
        cancel:
          ['awaiting-approval', 'queued', 'committing'].includes(
            change.state,
          ) &&
          !change.writing &&
          access.mayCancel(change, viewer),
        undo: undoable && access.mayUndo(change, viewer),
        approve: mayApprove,
      },
      undoUntil,
      undoes: change.undoes,
      undoneBy: change.undoneBy,
      failure: change.failure,
      nextPlanId:
        viewer.userRef === change.requester ? change.nextPlanId : undefined,
      secondsLeft: await this.secondsLeft(change),
      createdAt: change.createdAt,
      updatedAt: change.updatedAt,
      liveAt: change.liveAt,
      links: change.state === 'live' ? draft.links : [],
    };
  }

  /** What came of it, where it is live: in the bill, and in what is used. */
  private async outcomeIn(
    steps: ChangeStep[],
    change: ChangeRecord,
    viewer: DirectoryPerson,
  ): Promise<ChangeStep[]> {
    if (change.state !== 'live') {
      return steps;
    }
    const { cluster, platform, now } = this.options;
    const own = viewer.teams.includes(change.team);
    const thing = mendedMemory(change, (await platform()).deployed, now());
    return withOutcome(steps, change, {
      whose: own ? say`your team's` : say`${change.team}'s`,
      measures: thing && cluster.ready() ? cluster.measures(thing) : undefined,
    });
  }

  /** From the median of those that did the same before; 1 or more. */
  private async secondsLeft(change: ChangeRecord): Promise<number | undefined> {
    if (
      hasEnded(change) ||
      change.state === 'awaiting-approval' ||
      change.waitingSince
    ) {
      return undefined;
    }
    const durations = await this.options.store.durations(change.intent, SAMPLE);
    if (durations.length === 0) {
      return undefined;
    }
    durations.sort((a, b) => a - b);
    const median = durations[Math.floor(durations.length / 2)];
    const elapsed = change.startedAt
      ? (this.options.now().getTime() - Date.parse(change.startedAt)) / 1000
      : 0;
    return Math.max(1, Math.ceil(median - elapsed));
  }
}

/** `marketing-blog: a WordPress website and its database` */
function titleOf({ title, targets, undoes }: PlanDraft): string {
  const name = mainName(targets);
  return undoes || title.includes(name)
    ? title
    : `${name}: ${lowerFirst(title)}`;
}

/** ISO 8601; undefined for what was never written or can't be taken back. */
function undoUntilOf(change: ChangeRecord): string | undefined {
  const { undo } = change.record.plan;
  const from =
    change.liveAt ??
    (change.state === 'failed' && change.commit
      ? change.stateSince
      : undefined);
  if (!undo || !from || change.state === 'rolled-back') {
    return undefined;
  }
  return new Date(Date.parse(from) + undo.days * 86_400_000).toISOString();
}

import {
  readBackups,
  type Deployed,
  type Environment,
  type PlanDraft,
  type PlatformSnapshot,
  type RequestingPerson,
  type WrittenBackup,
} from '@aiops-portal/plugin-aiops-agent-node';
import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { PlanService } from '../planning/types';
import type { Agreements } from './Agreements';
import type { ChangeStore } from './ChangeStore';
import { hasEnded, type ChangeRecord } from './model';

/** A removal that failed is tried again a day later. */
const RETRY_MS = 24 * 3_600_000;

/** What leaves Git on a day that was agreed: see its `removeAfter`. */
export type Removable = Environment | Deployed | WrittenBackup;

/**
 * Removes what was put to sleep for deletion when its time has come, unless
 * somebody has woken it, and the files of backups before they expire: a
 * request of its own that follows the one that said so, decided anew like
 * every other.
 */
export class RemovalJob {
  constructor(
    private readonly options: {
      store: ChangeStore;
      plans: PlanService;
      agreements: Agreements;
      /** The platform repository at its newest known commit. */
      platform: () => Promise<PlatformSnapshot>;
      /** Who asked for the deletion, as the directory knows them now. */
      person: (userRef: string) => Promise<RequestingPerson>;
      /** What removing it for good would do. */
      draftRemoval: (
        target: Removable,
        person: RequestingPerson,
        platform: PlatformSnapshot,
      ) => Promise<PlanDraft>;
      logger: LoggerService;
      /** Called when there is something for workers to do. */
      wake: () => void;
      now: () => Date;
    },
  ) {}

  /** Looks regularly, in one process of many. */
  async schedule(runner: SchedulerServiceTaskRunner): Promise<void> {
    await runner.run({
      id: 'remove-what-is-due',
      fn: async () => {
        await this.run();
      },
    });
  }

  /** Begins the removals that are due. Answers with their request ids. */
  async run(): Promise<string[]> {
    const { platform, logger } = this.options;
    const snapshot = await platform();
    const environments = snapshot.environments.filter(each => this.isDue(each));
    // What lives in an environment goes with it.
    const things = snapshot.deployed.filter(
      each =>
        this.isDue(each) &&
        !environments.some(({ name }) => name === each.environment),
    );
    const begun: string[] = [];
    const backups = readBackups(snapshot).filter(each => this.isDue(each));
    for (const target of [...environments, ...things, ...backups]) {
      try {
        const id = await this.remove(target, snapshot);
        if (id) {
          begun.push(id);
        }
      } catch (error) {
        logger.warn(
          `${target.name} is due to be removed, and stays for now: ${error}`,
        );
      }
    }
    if (begun.length > 0) {
      this.options.wake();
    }
    return begun;
  }

  private isDue(target: Removable): boolean {
    const due = isBackup(target)
      ? target.removeAfter
      : target.asleep?.removeAfter;
    return due !== undefined && Date.parse(due) <= this.options.now().getTime();
  }

  private async remove(
    target: Removable,
    platform: PlatformSnapshot,
  ): Promise<string | undefined> {
    const { plans, agreements, person, draftRemoval, logger } = this.options;
    const agreed = await this.agreementOn(target);
    if (!agreed) {
      logger.warn(
        `${target.name} is marked to be removed, but no request asked for it; it stays.`,
      );
      return undefined;
    }
    if (await this.isUnderWay(agreed, target)) {
      return undefined;
    }
    const requester = await person(agreed.requester);
    const reason = isBackup(target)
      ? `Kept for as long as was agreed in ${agreed.id}`
      : `Removed after its time asleep, as agreed in ${agreed.id}`;
    const plan = await plans.propose({
      draft: await draftRemoval(target, requester, platform),
      person: requester,
      reason,
    });
    const change = await agreements.agree({
      planId: plan.id,
      hash: plan.hash,
      person: requester,
      reason,
      follows: agreed,
    });
    return change.id;
  }

  /**
   * The newest live request that deleted it; of a backup the one that asked
   * for it, whatever came of that.
   */
  private async agreementOn(
    target: Removable,
  ): Promise<ChangeRecord | undefined> {
    const written = await this.options.store.list({
      states: isBackup(target) ? ['live', 'failed'] : ['live'],
      team: target.team,
      limit: 1000,
    });
    return written.find(
      ({ record: { draft }, follows }) =>
        !follows &&
        draft.targets.includes(targetOf(target)) &&
        (isBackup(target) || draft.acts.some(act => act.deletes)),
    );
  }

  private async isUnderWay(
    agreed: ChangeRecord,
    target: Removable,
  ): Promise<boolean> {
    const before = await this.options.store.list({ follows: agreed.id });
    const recently = this.options.now().getTime() - RETRY_MS;
    return before.some(
      change =>
        change.record.draft.targets.includes(targetOf(target)) &&
        (!hasEnded(change) ||
          change.state === 'live' ||
          Date.parse(change.updatedAt) > recently),
    );
  }
}

function isBackup(target: Removable): target is WrittenBackup {
  return 'kind' in target;
}

function targetOf(target: Removable): string {
  if (isBackup(target)) {
    return `backup/${target.name}`;
  }
  return `${'role' in target ? target.role : 'environment'}/${target.name}`;
}

import type {
  Deployed,
  Environment,
  PlanDraft,
  PlatformSnapshot,
  RequestingPerson,
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

/**
 * Removes what was put to sleep for deletion when its time has come, unless
 * somebody has woken it: a request of its own that follows the deletion's,
 * decided anew like every other.
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
        target: Environment | Deployed,
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
    for (const target of [...environments, ...things]) {
      try {
        const id = await this.remove(target, snapshot);
        if (id) {
          begun.push(id);
        }
      } catch (error) {
        logger.warn(
          `${target.name} is due to be removed, and stays asleep for now: ${error}`,
        );
      }
    }
    if (begun.length > 0) {
      this.options.wake();
    }
    return begun;
  }

  private isDue({ asleep }: Environment | Deployed): boolean {
    return (
      asleep?.removeAfter !== undefined &&
      Date.parse(asleep.removeAfter) <= this.options.now().getTime()
    );
  }

  private async remove(
    target: Environment | Deployed,
    platform: PlatformSnapshot,
  ): Promise<string | undefined> {
    const { plans, agreements, person, draftRemoval, logger } = this.options;
    const deletion = await this.deletionOf(target);
    if (!deletion) {
      logger.warn(
        `${target.name} is marked to be removed, but no request asked for it; it stays asleep.`,
      );
      return undefined;
    }
    if (await this.isUnderWay(deletion, target)) {
      return undefined;
    }
    const requester = await person(deletion.requester);
    const reason = `Removed after its time asleep, as agreed in ${deletion.id}`;
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
      follows: deletion,
    });
    return change.id;
  }

  /** The newest live request that deleted it. */
  private async deletionOf(
    target: Environment | Deployed,
  ): Promise<ChangeRecord | undefined> {
    const live = await this.options.store.list({
      states: ['live'],
      team: target.team,
      limit: 1000,
    });
    return live.find(
      ({ record: { draft }, follows }) =>
        !follows &&
        draft.targets.includes(targetOf(target)) &&
        draft.acts.some(act => act.deletes),
    );
  }

  private async isUnderWay(
    deletion: ChangeRecord,
    target: Environment | Deployed,
  ): Promise<boolean> {
    const before = await this.options.store.list({ follows: deletion.id });
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

function targetOf(target: Environment | Deployed): string {
  return `${'role' in target ? target.role : 'environment'}/${target.name}`;
}

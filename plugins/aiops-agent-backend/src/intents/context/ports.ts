import type {
  BudgetLine,
  QuotaLine,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Composer,
  Deployed,
  Environment,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';

/** What things cost, by the price book at the snapshot's commit. */
export interface CostReader {
  /** Three-letter code. */
  readonly currency: string;
  /** Per month. */
  ofThing(thing: Deployed, platform: PlatformSnapshot): number;
  /** Per month, with all that is in it. */
  ofEnvironment(environment: Environment, platform: PlatformSnapshot): number;
  /** Undefined where the team has no budget. */
  budget(team: string, platform: PlatformSnapshot): BudgetLine | undefined;
  /** `$10 a month` */
  format(amount: number): string;
}

/** How much room teams have, by the quotas at the snapshot's commit. */
export interface QuotaReader {
  ofTeam(team: string, platform: PlatformSnapshot): QuotaLine[];
}

/** A composer for the repository as it is at the snapshot's commit. */
export type ComposerFor = (platform: PlatformSnapshot) => Composer;

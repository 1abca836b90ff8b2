import type {
  Composer,
  IntentContext,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';

/** What is read of the repository as it is at the snapshot's commit. */
export interface Readers {
  /** Builds edits upon it. */
  composer(platform: PlatformSnapshot): Composer;
  /** What things cost, by its price book and budgets. */
  cost(platform: PlatformSnapshot): IntentContext['cost'];
  /** How much room teams have, by its quotas. */
  quota(platform: PlatformSnapshot): IntentContext['quota'];
}

import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  PlanDraft,
  PlatformSnapshot,
  RequestingPerson,
  SecretRequest,
  PlannedStep,
  FileEdit,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Language } from '../words';

/** A plan as it is kept: what people see, and what workers need. */
export interface PlanRecord {
  plan: Plan;
  /** The commit it was made on; not part of the agreement. */
  base: string;
  edits: FileEdit[];
  secrets: SecretRequest[];
  steps: PlannedStep[];
  draft: PlanDraft;
  /** What it is worded in. Default: English. */
  language?: Language;
}

/** Draws the intents of a plan again; handed in by `services.ts`. */
export type DraftAgain = (input: {
  intents: Plan['intents'];
  person: RequestingPerson;
  platform: PlatformSnapshot;
}) => Promise<PlanDraft>;

/** Makes, keeps and closes plans. */
export interface PlanService {
  /**
   * Prices, checks and judges a draft, and keeps it as a plan of this person.
   * The conversation's older plan is marked as replaced.
   */
  propose(input: {
    draft: PlanDraft;
    person: RequestingPerson;
    conversationId?: string;
    /** The words that it was asked with. */
    reason?: string;
    /** The commit that the draft was made on. Default: the newest known. */
    base?: string;
  }): Promise<Plan>;
  /**
   * @throws NotFoundError when there is none, or it is another person's.
   */
  get(id: string, userRef: string): Promise<Plan>;
  record(id: string): Promise<PlanRecord>;
  dismiss(id: string, userRef: string): Promise<Plan>;
  /** The plan on a newer head; its hash tells whether it is still agreed. */
  again(record: PlanRecord, person: RequestingPerson): Promise<PlanRecord>;
  /**
   * Marks a plan as confirmed inside the caller's transaction: once, by its
   * person, by its hash, before it expires.
   *
   * @throws ConflictError, NotFoundError, NotAllowedError with a sentence each.
   */
  take(
    tx: import('knex').Knex.Transaction,
    input: {
      id: string;
      hash: string;
      userRef: string;
      now: Date;
      changeId: string;
    },
  ): Promise<PlanRecord>;
}

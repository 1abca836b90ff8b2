import type {
  Change,
  Plan,
  Suggestion,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Intent,
  IntentContext,
  LanguageModel,
  RequestingPerson,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IntentPursuit } from '../intents/drawing';
import type { PlanService } from '../planning/types';
import type { ConversationStore } from './store';

/** Understands messages; `language` provides it. */
export interface Understands {
  understand(input: UnderstandInput): Promise<Understanding | undefined>;
  /** The parameters that a message gives an intent that was chosen for it. */
  parametersFor(
    intent: string,
    input: Pick<UnderstandInput, 'text' | 'now' | 'context'>,
  ): Record<string, unknown>;
}

/** What the dialogue does things with. */
export interface DialogueDeps {
  intents: { find(name: string): Intent | undefined };
  /** Answers, asks, or proposes a plan. */
  pursuit: Pick<IntentPursuit, 'pursue'>;
  plans: Pick<PlanService, 'get' | 'dismiss'>;
  /** Agrees to a plan; `ChangeService.confirm`. */
  confirm(input: {
    planId: string;
    hash: string;
    person: RequestingPerson;
    reason?: string;
  }): Promise<Change>;
  /**
   * True when a yes to the older plan holds for the newer: no dearer, no wider
   * in access and no riskier.
   */
  confirmsWithoutAsking(older: Plan, newer: Plan): Promise<boolean>;
  /** Three things to say next, drawn from what the person has. */
  suggestions(context: IntentContext): Suggestion[];
  logger: LoggerService;
  clock: { now(): Date };
  ids: { next(): string };
  /** Words an answer anew, to be shown beside it. */
  languageModel?(): LanguageModel | undefined;
  /** Whom people can turn to, as words: `the platform team (#help-platform)`. */
  contact?: string;
}

/** What conversations are made of. */
export interface ConversationDeps extends DialogueDeps {
  understanding: Understands;
  contextFor(request: {
    person: RequestingPerson;
    entityRef?: string;
  }): Promise<IntentContext>;
  store: ConversationStore;
  /** As they are now; undefined when they are gone or out of sight. */
  planById(id: string, person: RequestingPerson): Promise<Plan | undefined>;
  changeById(id: string, person: RequestingPerson): Promise<Change | undefined>;
}

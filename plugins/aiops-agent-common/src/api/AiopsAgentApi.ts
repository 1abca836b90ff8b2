import type {
  Blueprint,
  Change,
  Conversation,
  CredentialInfo,
  Feedback,
  IntentInfo,
  Me,
  Meaning,
  ModelHealth,
  Params,
  Plan,
  ThingDetails,
  Turn,
  UnderstandRequest,
  Understanding,
  Understood,
  Verdict,
} from '../schema';
import type { TurnEvent } from './turnEvents';

/** What may be said about any call. */
export interface AiopsAgentRequestOptions {
  /** A Backstage token; in the browser the fetch API brings its own. */
  token?: string;
  signal?: AbortSignal;
}

/** Which turns to list; every given part must hold. */
export interface UnderstoodFilter {
  verdict?: Verdict;
  engine?: string;
  /** Only those understood no more surely than this, 0 to 1. */
  maxConfidence?: number;
  /** Only those earlier than the turn with this message. */
  before?: string;
}

/** Some of the turns, and what there is to filter by. */
export interface UnderstoodPage {
  items: Understood[];
  engines: string[];
  /** There are earlier ones. */
  more: boolean;
  /** How the language model is doing; absent where none is set. */
  model?: ModelHealth;
}

/**
 * The assistant's REST interface, as the person whose token it carries.
 * Every call rejects with a `ResponseError` when the portal refuses; its cause
 * holds the sentence for the person.
 */
export interface AiopsAgentApi {
  getMe(options?: AiopsAgentRequestOptions): Promise<Me>;
  /** How the thing behind an entity is, what it uses and costs. */
  getThing(
    entity: { kind: string; namespace: string; name: string },
    options?: AiopsAgentRequestOptions,
  ): Promise<ThingDetails>;

  startConversation(
    input?: { entityRef?: string },
    options?: AiopsAgentRequestOptions,
  ): Promise<Conversation>;
  /** Mine, newest first, without their messages. */
  listConversations(
    filter?: { entityRef?: string },
    options?: AiopsAgentRequestOptions,
  ): Promise<Conversation[]>;
  getConversation(
    id: string,
    options?: AiopsAgentRequestOptions,
  ): Promise<Conversation>;
  deleteConversation(
    id: string,
    options?: AiopsAgentRequestOptions,
  ): Promise<void>;
  /**
   * One turn, as it is written. Aborting the signal stops the answer here and
   * on the server.
   */
  sendMessage(
    conversationId: string,
    message: { text: string; entityRef?: string },
    options?: AiopsAgentRequestOptions,
  ): AsyncIterable<TurnEvent>;

  /** Says whether an answer helped, in place of what was said before. */
  giveFeedback(
    message: { conversationId: string; messageId: string },
    feedback: Feedback,
    options?: AiopsAgentRequestOptions,
  ): Promise<Feedback>;
  withdrawFeedback(
    message: { conversationId: string; messageId: string },
    options?: AiopsAgentRequestOptions,
  ): Promise<void>;
  /** How messages were understood, newest first; for admins. */
  listUnderstood(
    filter?: UnderstoodFilter,
    options?: AiopsAgentRequestOptions,
  ): Promise<UnderstoodPage>;
  /** Labelled messages, one JSON object a line; for admins. */
  exportLabelled(options?: AiopsAgentRequestOptions): Promise<string>;
  /** Says what a message that got feedback meant; for admins. */
  setMeaning(
    messageId: string,
    meaning: Meaning,
    options?: AiopsAgentRequestOptions,
  ): Promise<Understood>;

  understand(
    request: UnderstandRequest,
    options?: AiopsAgentRequestOptions,
  ): Promise<Understanding>;
  listIntents(options?: AiopsAgentRequestOptions): Promise<IntentInfo[]>;
  /** What can be deployed here, sorted by title. */
  listBlueprints(options?: AiopsAgentRequestOptions): Promise<Blueprint[]>;
  /** An answer or a plan without language. */
  runIntent(
    name: string,
    input?: { params?: Params; entityRef?: string },
    options?: AiopsAgentRequestOptions,
  ): Promise<Turn>;

  getPlan(id: string, options?: AiopsAgentRequestOptions): Promise<Plan>;
  /** Agrees to a plan, once, by the hash of what was shown. */
  confirmPlan(
    id: string,
    hash: string,
    options?: AiopsAgentRequestOptions,
  ): Promise<Change>;
  dismissPlan(id: string, options?: AiopsAgentRequestOptions): Promise<Plan>;

  listChanges(
    filter?: { state?: string; role?: 'requester' | 'approver' },
    options?: AiopsAgentRequestOptions,
  ): Promise<Change[]>;
  getChange(id: string, options?: AiopsAgentRequestOptions): Promise<Change>;
  /** The change at each step, until it has ended. */
  followChange(
    id: string,
    options?: AiopsAgentRequestOptions,
  ): AsyncIterable<Change>;
  cancelChange(id: string, options?: AiopsAgentRequestOptions): Promise<Change>;
  /** Answers with the plan of the way back, which wants confirming itself. */
  undoChange(id: string, options?: AiopsAgentRequestOptions): Promise<Plan>;
  approveChange(
    id: string,
    hash: string,
    options?: AiopsAgentRequestOptions,
  ): Promise<Change>;
  rejectChange(
    id: string,
    input: { hash: string; reason: string },
    options?: AiopsAgentRequestOptions,
  ): Promise<Change>;

  /** Names of the keys, never their values. */
  getCredentialNames(
    environment: string,
    name: string,
    options?: AiopsAgentRequestOptions,
  ): Promise<CredentialInfo>;
  /** The values, which the portal shows once. */
  revealCredentials(
    environment: string,
    name: string,
    options?: AiopsAgentRequestOptions,
  ): Promise<Record<string, string>>;
}

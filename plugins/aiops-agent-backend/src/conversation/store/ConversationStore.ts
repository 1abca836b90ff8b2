import type {
  LanguageContext,
  Message,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { DialogueState } from '../state';

/** A message as it is kept: plans and changes by their ids. */
export type StoredMessage = Omit<Message, 'plan' | 'change'> & {
  planId?: string;
  changeId?: string;
};

/** A conversation as it is kept. */
export interface StoredConversation {
  id: string;
  /** User ref. */
  owner: string;
  title: string;
  entityRef?: string;
  state: DialogueState;
  /** Grows with every turn. */
  version: number;
  /** ISO 8601 */
  createdAt: string;
  updatedAt: string;
}

/** How the message was understood that an answer is kept for. */
export interface KeptUnderstanding {
  /** When it was said, ISO 8601. */
  at: string;
  engine: string;
  intent: string | null;
  params: Record<string, unknown>;
  /** 0 to 1 */
  confidence: number;
  tookMs: number;
  /** Something waited for an answer when it was said. */
  inDialogue: boolean;
  /** What was known when it was understood. */
  context: LanguageContext;
}

/** A turn that was claimed: nobody else may answer in its conversation. */
export interface ClaimedTurn {
  conversation: StoredConversation;
  /** True for the conversation's first message. */
  first: boolean;
}

/** Keeps conversations. Those of others are as if they weren't there. */
export interface ConversationStore {
  create(conversation: StoredConversation): Promise<void>;
  /** Newest first, 100 at most. */
  list(owner: string, entityRef?: string): Promise<StoredConversation[]>;
  /** @throws NotFoundError when there is none of this owner. */
  get(id: string, owner: string): Promise<StoredConversation>;
  messages(id: string): Promise<StoredMessage[]>;
  /** @throws NotFoundError when there is none of this owner. */
  remove(id: string, owner: string): Promise<void>;
  /**
   * Takes the conversation for one turn and keeps the message that begins it.
   *
   * @throws NotFoundError; ConflictError while another turn is being answered.
   */
  claim(input: {
    id: string;
    owner: string;
    message: StoredMessage;
    now: Date;
  }): Promise<ClaimedTurn>;
  /**
   * Keeps the answer and the new state, and gives the conversation free.
   *
   * @throws ConflictError when the claim was lost meanwhile.
   */
  finish(input: {
    id: string;
    version: number;
    message: StoredMessage;
    /** Absent when the turn ended before it was understood. */
    understood?: KeptUnderstanding;
    state: DialogueState;
    title?: string;
    now: Date;
  }): Promise<void>;
}

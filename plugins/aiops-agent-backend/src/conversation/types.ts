import type {
  Conversation,
  Turn,
  UnderstandRequest,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';

/** One message and whoever waits for its answer. */
export interface TurnRequest {
  conversationId: string;
  text: string;
  entityRef?: string;
  person: RequestingPerson;
  /** Aborted when the person presses Stop. */
  signal: AbortSignal;
  /** Called with pieces of the reply as it is written. */
  onDelta(text: string): void;
}

/** Conversations, which belong to one person each. */
export interface ConversationService {
  start(person: RequestingPerson, entityRef?: string): Promise<Conversation>;
  list(person: RequestingPerson, entityRef?: string): Promise<Conversation[]>;
  /** With messages, whose plans and changes are as they are now. */
  get(id: string, person: RequestingPerson): Promise<Conversation>;
  forget(id: string, person: RequestingPerson): Promise<void>;
  turn(request: TurnRequest): Promise<Turn>;
  understand(
    request: UnderstandRequest,
    person: RequestingPerson,
  ): Promise<Understanding>;
}

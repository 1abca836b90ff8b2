export type {
  ClaimedTurn,
  ConversationStore,
  StoredConversation,
  StoredMessage,
} from './ConversationStore';
export { DatabaseConversationStore } from './DatabaseConversationStore';

export type {
  ClaimedTurn,
  ConversationStore,
  KeptUnderstanding,
  StoredConversation,
  StoredMessage,
} from './ConversationStore';
export { DatabaseConversationStore } from './DatabaseConversationStore';

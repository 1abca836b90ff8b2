export { DefaultConversationService } from './DefaultConversationService';
export { DatabaseConversationStore, type ConversationStore } from './store';
export type { ConversationDeps, DialogueDeps, Understands } from './ports';
export type { ConversationService, TurnRequest } from './types';
export { DatabaseUnderstoodStore, Review } from './review';

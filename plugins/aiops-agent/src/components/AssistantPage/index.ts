export { AssistantPage } from './AssistantPage';
export type { AssistantState } from './assistantState';

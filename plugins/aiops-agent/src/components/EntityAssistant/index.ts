export { EntityAssistant } from './EntityAssistant';
export type { EntityAssistantState } from './entityAssistantState';
export { useAskAbout } from './useAskAbout';

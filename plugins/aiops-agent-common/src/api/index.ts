export type {
  AiopsAgentApi,
  AiopsAgentRequestOptions,
  UnderstoodFilter,
  UnderstoodPage,
} from './AiopsAgentApi';
export { AiopsAgentClient } from './AiopsAgentClient';
export type { TurnEvent } from './turnEvents';

export type { AiopsAgentApi, AiopsAgentRequestOptions } from './AiopsAgentApi';
export { AiopsAgentClient } from './AiopsAgentClient';
export type { TurnEvent } from './turnEvents';

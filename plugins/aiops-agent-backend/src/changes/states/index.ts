export { effectiveDeadline, inMinutes } from './deadline';
export { STATE_HANDLERS } from './handlers';
export { DEFAULT_LIMITS } from './types';
export type { ChangeLimits, Outcome, StateContext } from './types';

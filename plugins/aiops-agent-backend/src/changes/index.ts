export { createChanges } from './createChanges';
export type { ChangeDependencies, Changes } from './createChanges';
export { readChangeLimits } from './limits';
export type { ChangeLimits } from './states';
export type { ChangeService } from './types';

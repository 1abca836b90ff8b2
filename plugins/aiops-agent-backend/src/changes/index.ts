export { createChanges } from './createChanges';
export type { ChangeDependencies, Changes } from './createChanges';
export type { ChangeLimits } from './states';
export type { ChangeService } from './types';

export { Dialogue } from './Dialogue';
export { describeFailure, isStop } from './failures';
export type { DialogueTurn, Outcome, Reply } from './types';

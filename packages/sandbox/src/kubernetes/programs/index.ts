export { answerTime } from './pressure';
export { Programs } from './Programs';
export type { Disturbances, ProgramTables } from './types';

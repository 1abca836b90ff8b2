export { answerTime } from './pressure';
export { Programs } from './Programs';
export type { Program, ProgramTables, Visitors } from './types';

export { notYet } from './notYet';

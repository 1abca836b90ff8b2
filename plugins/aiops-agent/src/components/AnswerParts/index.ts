export { AnswerParts } from './AnswerParts';

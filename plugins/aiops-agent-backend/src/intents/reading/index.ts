export { findPassage, type Passage } from './documentation';

export { kebabCase, lowerCase, tidy, tokenize } from './tokens';
export { editDistance, slipsAllowed, Spelling } from './spelling';

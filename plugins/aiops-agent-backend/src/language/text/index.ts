export { kebabCase, lowerCase, tidy, tokenize } from './tokens';
export { editDistance, slipsAllowed, Spelling } from './spelling';
export { NUMBER, toNumber } from './numbers';
export { overlaps } from './spans';

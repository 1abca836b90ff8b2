export { bytes, cores } from './amounts';
export { money, percent } from './money';
export { ago, clock, day } from './time';
export { names } from './names';

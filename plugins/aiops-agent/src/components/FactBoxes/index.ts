export { FactBoxes } from './FactBoxes';

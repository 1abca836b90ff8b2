export { keptIn } from './kept';
export { startVelero, type Velero } from './startVelero';

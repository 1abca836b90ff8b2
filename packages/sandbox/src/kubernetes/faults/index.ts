export { annotatedFault, type Fault } from './table';

export {
  FAULT_ANNOTATION,
  FAULTS,
  faultOf,
  MEMORY_NEEDED_ANNOTATION,
  type Fault,
} from './table';

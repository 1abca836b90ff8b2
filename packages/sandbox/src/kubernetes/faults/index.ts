export { faultOf } from './table';

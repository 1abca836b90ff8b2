export { registerActions } from './actions';

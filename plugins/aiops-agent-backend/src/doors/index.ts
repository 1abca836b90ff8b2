export { registerActions } from './actions';
export { createRouter } from './router';

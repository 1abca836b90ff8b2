export { registerActions } from './actions';
export { createRouter } from './router';
export type { ActionDeps, People, RouterDeps, Services } from './types';

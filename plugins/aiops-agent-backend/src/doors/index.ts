export { registerActions } from './actions';
export { createRouter } from './router';
export type {
  ActionDeps,
  CredentialDesk,
  People,
  RouterDeps,
  Services,
} from './types';

export { authorize, authorizePath, onlyAsking } from './authorize';
export {
  addressWithToken,
  authenticate,
  splitTokenPath,
  type Identities,
} from './identity';
export { REVIEWS } from './reviews';
export { ServiceAccountTokens } from './ServiceAccountTokens';
export { standardRoles } from './standardRoles';
export type { Caller, Wish } from './types';

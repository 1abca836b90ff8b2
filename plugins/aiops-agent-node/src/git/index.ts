export * from './types';
export { PUSH_REFUSED, PushRefusedError, PushRejectedError } from './errors';
export type { GuardedRoot } from './paths';
export { gitRepositoryServiceRef } from './service';
export {
  MirroredGitRepository,
  type MirroredGitRepositoryOptions,
} from './MirroredGitRepository';
export { parseRemote, type GitRemote } from './remote';

export { openRepository, type PlatformRepository } from './repository';
export { startGitRemote } from './server';

/**
 * For modules of the assistant and those who adopt it: extension points, the
 * mirror of the GitOps repository, and the model that is read from it.
 *
 * @packageDocumentation
 */
export * from './backups';
export * from './diagnosis';
export * from './directory';
export * from './git';
export * from './intents';
export * from './language';
export * from './platform';
export * from './secrets';
export * from './extensions';

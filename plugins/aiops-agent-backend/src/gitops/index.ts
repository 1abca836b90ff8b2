export { rememberAncestry } from './ancestry';
export { commitFor, lowerFirst, mainName } from './commitMessage';
export { GitOpsQueue } from './GitOpsQueue';
export type { PreparedCommit, QueuedChange } from './GitOpsQueue';
export { findOwnCommit } from './ownCommit';

export { createApproverNames } from './approvers';
export { createAccessReader } from './environmentAccess';
export { CatalogDirectory } from './CatalogDirectory';
export { PersonResolver, readLevelGroups } from './PersonResolver';
export { orNothing } from './orNothing';

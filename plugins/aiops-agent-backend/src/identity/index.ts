export { createApproverNames } from './approvers';
export { CatalogDirectory } from './CatalogDirectory';
export { PersonResolver, readLevelGroups } from './PersonResolver';
export { orNothing } from './orNothing';

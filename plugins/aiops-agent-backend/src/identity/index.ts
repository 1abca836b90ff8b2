export { createApproverNames } from './approvers';
export { CatalogDirectory } from './CatalogDirectory';
export {
  PersonResolver,
  readLevelGroups,
  type LevelGroups,
} from './PersonResolver';

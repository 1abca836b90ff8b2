export {
  belongingsOf,
  belongingsWord,
  checkNotDeleted,
  checkUnused,
} from './belongings';
export { consequences, deletionDraft, listedWord, removalDay } from './draft';

export { askForAnotherName, claimName } from './free';
export { given, joinParts, uniqueLinks } from './parts';
export { keepDays, undoOfCreation } from './undo';

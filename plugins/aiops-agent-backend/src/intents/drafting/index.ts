export { askForAnotherName, claimName } from './free';
export { given, joinParts } from './parts';
export { keepDays, undoOfCreation } from './undo';

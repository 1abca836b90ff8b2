export { askForAnotherName, claimName } from './free';
export { joinParts } from '../../planning/part';
export { given } from './parts';
export { keepDays, undoOfCreation } from './undo';

export { actIn } from './acts';
export { askForAnotherName, claimName } from './free';
export { joinParts } from '../../planning/part';
export { joinDrafts } from './joinDrafts';
export { given } from './parts';
export { keepDays, undoOfCreation } from './undo';

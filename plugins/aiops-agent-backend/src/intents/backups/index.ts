export { covers, coversWhole, subjectOf } from './covering';
export { backupsOf } from './velero';
export { holdsData, momentWord, resultOf } from './words';

export { covers } from './covering';
export { listed } from './listed';
export { planBackup } from './planned';
export { backupsOf } from './velero';
export { verdictOf } from './verdict';
export { lacksData } from './words';

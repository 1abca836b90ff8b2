export * from './types';
export { BACKUPS_FOLDER, readBackups, type WrittenBackup } from './written';

export { BACKUP_STORAGE_AWAY } from './catalogue';
export { Faults } from './Faults';
export { faultRoutes, type FaultRoutes } from './routes';

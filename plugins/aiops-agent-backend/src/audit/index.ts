export { DatabaseAuditTrail } from './DatabaseAuditTrail';
export type { AuditEntry, AuditTrail } from './types';

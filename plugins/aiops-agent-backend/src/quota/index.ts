export { createQuota, overQuota, type Quota } from './quota';
export { QUOTAS_FILE, readQuota, type Room } from './quotas';
export { quotaAmount, quotaText } from './words';

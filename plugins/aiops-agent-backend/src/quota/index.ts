export { createQuota, overQuota, type Quota } from './quota';
export { type Room } from './quotas';

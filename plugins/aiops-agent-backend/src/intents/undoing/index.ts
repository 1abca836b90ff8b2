export { createdBy } from './created';
export { planRestoring } from './restoring';
export { planSleeping, planWaking } from './sleeping';

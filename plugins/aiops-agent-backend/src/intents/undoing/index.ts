export { planRestoring } from './restoring';
export { planSleeping, planWaking } from './sleeping';

export { ChangesCard } from './ChangesCard';
export { CostCard } from './CostCard';
export { StatusCard } from './StatusCard';
export { UsageCard } from './UsageCard';

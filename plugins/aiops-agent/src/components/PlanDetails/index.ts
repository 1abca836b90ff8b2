export { PlanDetails } from './PlanDetails';
export { usePlanFacts } from './usePlanFacts';
export { labelOf, nameOf } from './labelOf';

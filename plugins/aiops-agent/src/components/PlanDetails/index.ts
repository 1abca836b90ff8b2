export { PlanDetails } from './PlanDetails';
export { usePlanFacts } from './usePlanFacts';
export { FileDiffs } from './FileDiffs';

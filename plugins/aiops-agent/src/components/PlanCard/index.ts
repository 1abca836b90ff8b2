export { PlanCard } from './PlanCard';
export { PlanDecision } from './PlanDecision';
export { usePlanState } from './usePlanState';

export { PlanOrChange } from './PlanOrChange';

export { FetchedPlan } from './FetchedPlan';

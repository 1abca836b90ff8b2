export { HealthTag } from './HealthTag';

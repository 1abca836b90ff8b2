export { choiceField, planField } from './fields';

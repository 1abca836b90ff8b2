export { choiceField, planField, textField } from './fields';

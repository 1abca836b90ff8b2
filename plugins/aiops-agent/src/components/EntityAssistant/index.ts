export { EntityAssistant } from './EntityAssistant';

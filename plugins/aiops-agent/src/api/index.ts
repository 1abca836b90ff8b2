export { aiopsAgentApiRef } from './aiopsAgentApiRef';

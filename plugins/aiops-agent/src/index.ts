export { aiopsAgentPlugin as default } from './plugin';
export { aiopsAgentApiRef } from './api';
export { aiopsAgentTranslationRef } from './translation';
export { aiopsAgentTranslations } from './translations';

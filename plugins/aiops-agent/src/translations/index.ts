import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../translation';

/** The assistant's pages in other languages, for the app to install. */
export const aiopsAgentTranslations = createTranslationResource({
  ref: aiopsAgentTranslationRef,
  translations: { de: () => import('./de') },
});

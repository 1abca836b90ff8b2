import { aiopsAgentTranslations } from '@aiops-portal/plugin-aiops-agent';
import {
  AppRootElementBlueprint,
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { portalTranslationRef } from '../translation';
import { PageLanguage } from './PageLanguage';

const assistant = TranslationBlueprint.make({
  name: 'aiops-agent',
  params: { resource: aiopsAgentTranslations },
});

const portal = TranslationBlueprint.make({
  name: 'portal',
  params: {
    resource: createTranslationResource({
      ref: portalTranslationRef,
      translations: { de: () => import('./de') },
    }),
  },
});

const page = AppRootElementBlueprint.make({
  name: 'page-language',
  params: { element: <PageLanguage /> },
});

/**
 * The portal in other languages. Which ones people can choose in their settings
 * is `availableLanguages` in app-config.yaml.
 */
export const languagesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [assistant, portal, page],
});

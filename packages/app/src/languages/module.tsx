import { aiopsAgentTranslations } from '@aiops-portal/plugin-aiops-agent';
import {
  AppRootElementBlueprint,
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react/alpha';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder/alpha';
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
      translations: { de: () => import('./de/portal') },
    }),
  },
});

/** Backstage's own pages on which things are made. */
const create = [
  TranslationBlueprint.make({
    name: 'scaffolder',
    params: {
      resource: createTranslationResource({
        ref: scaffolderTranslationRef,
        translations: { de: () => import('./de/scaffolder') },
      }),
    },
  }),
  TranslationBlueprint.make({
    name: 'scaffolder-react',
    params: {
      resource: createTranslationResource({
        ref: scaffolderReactTranslationRef,
        translations: { de: () => import('./de/scaffolderReact') },
      }),
    },
  }),
  TranslationBlueprint.make({
    name: 'catalog-react',
    params: {
      resource: createTranslationResource({
        ref: catalogReactTranslationRef,
        translations: { de: () => import('./de/catalogReact') },
      }),
    },
  }),
];

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
  extensions: [assistant, portal, ...create, page],
});

import { CatalogClient } from '@backstage/catalog-client';
import {
  ApiBlueprint,
  appLanguageApiRef,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ScaffolderClient } from '@backstage/plugin-scaffolder-common';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { catalogInWords } from './catalogInWords';
import { scaffolderInWords } from './scaffolderInWords';

/** In the place of the scaffolder plugin's own, whose name it has. */
export const scaffolderApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scaffolderApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        scmIntegrationsApi: scmIntegrationsApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
        languageApi: appLanguageApiRef,
      },
      factory: ({ languageApi, ...clients }) =>
        scaffolderInWords(
          new ScaffolderClient(clients),
          () => languageApi.getLanguage().language,
        ),
    }),
});

/** In the place of the catalog plugin's own, whose name it has. */
export const catalogApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        languageApi: appLanguageApiRef,
      },
      factory: ({ languageApi, ...clients }) =>
        catalogInWords(
          new CatalogClient(clients),
          () => languageApi.getLanguage().language,
        ),
    }),
});

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogApi, scaffolderApi } from './apis';

/** Templates in the language of the page: their forms, tasks and links. */
export const templateFormsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [scaffolderApi],
});

/** Templates in the language of the page: their cards and titles. */
export const templateCardsModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogApi],
});

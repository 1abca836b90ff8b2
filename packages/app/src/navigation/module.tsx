import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { Navigation } from './Navigation';

const navigation = NavContentBlueprint.make({
  params: { component: Navigation },
});

/** The way around the portal. */
export const navigationModule = createFrontendModule({
  pluginId: 'app',
  extensions: [navigation],
});

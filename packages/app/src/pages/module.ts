import {
  createFrontendModule,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';

/** In the place of the app plugin's own, whose name it has. */
const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define =>
    define({
      component: PageLayout,
      loader: () => import('./PageLayout').then(m => m.PageLayout),
    }),
});

/** Pages of plugins as the portal has them. */
export const pagesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [pageLayout],
});

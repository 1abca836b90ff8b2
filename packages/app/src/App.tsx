import { createApp } from '@backstage/frontend-defaults';
import { kubernetesModule } from './kubernetes';
import { languagesModule } from './languages';
import { navigationModule } from './navigation';
import { pagesModule } from './pages';
import { signInModule } from './signIn';
import { templateCardsModule, templateFormsModule } from './templates';
import { themeModule } from './theme';

/**
 * The portal's frontend. Plugins are found by `app.packages: all` among this
 * package's dependencies; here is only what belongs to the portal itself.
 */
export const app = createApp({
  features: [
    themeModule,
    languagesModule,
    signInModule,
    navigationModule,
    pagesModule,
    templateFormsModule,
    templateCardsModule,
    kubernetesModule,
  ],
});

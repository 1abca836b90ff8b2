import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { corpAuthApi } from './corpAuthApi';

const signInPage = SignInPageBlueprint.make({
  params: { loader: async () => (await import('./SignInPage')).SignInPage },
});

/** Who is here: the company's sign-in and the page that offers it. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [corpAuthApi, signInPage],
});

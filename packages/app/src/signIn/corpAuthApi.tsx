import { OAuth2 } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  configApiRef,
  discoveryApiRef,
  oauthRequestApiRef,
} from '@backstage/frontend-plugin-api';
import { RiShieldUserLine } from '@remixicon/react';
import { corpAuthApiRef } from './corpAuthApiRef';
import { signInTitle } from './signInTitle';

/** Signs in with the provider `auth.providers.corp` of the configuration. */
export const corpAuthApi = ApiBlueprint.make({
  name: 'corp-auth',
  params: defineParams =>
    defineParams({
      api: corpAuthApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        oauthRequestApi: oauthRequestApiRef,
      },
      factory: ({ configApi, discoveryApi, oauthRequestApi }) =>
        OAuth2.create({
          configApi,
          discoveryApi,
          oauthRequestApi,
          environment: configApi.getOptionalString('auth.environment'),
          provider: {
            id: 'corp',
            title: signInTitle(configApi) ?? 'Sign in',
            icon: () => <RiShieldUserLine />,
          },
          defaultScopes: ['openid', 'profile', 'email'],
        }),
    }),
});

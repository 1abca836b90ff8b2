import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  commonSignInResolvers,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createCorpAuthenticator } from './authenticator';
import { fetchDiscovery } from './discovery';
import type { Json } from './json';
import {
  preferredUsernameMatchingUserEntityName,
  preferredUsernameResolver,
} from './resolver';
import { assertSandboxOnly, sandboxClaim } from './sandboxGuard';

/** Provider id, as in `auth.providers.corp`. */
const PROVIDER = 'corp';

/** Sign-in through the company's OpenID Connect issuer, as `auth.providers.corp`. */
export const authModuleAiopsOidc = createBackendModule({
  pluginId: 'auth',
  moduleId: 'aiops-oidc',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ providers, config, logger }) {
        const accept = (discovery: Json) => {
          const claim = sandboxClaim(discovery);
          if (claim) {
            assertSandboxOnly(config, claim);
          }
        };

        const environments = config.getOptionalConfig(
          `auth.providers.${PROVIDER}`,
        );
        for (const environment of environments?.keys() ?? []) {
          const metadataUrl = environments?.getOptionalString(
            `${environment}.metadataUrl`,
          );
          if (!metadataUrl) {
            continue;
          }
          let discovery: Json;
          try {
            discovery = await fetchDiscovery(metadataUrl);
          } catch (error) {
            logger.warn(
              `The issuer of auth.providers.${PROVIDER}.${environment} does not answer; it is asked again when somebody signs in: ${stringifyError(
                error,
              )}`,
            );
            continue;
          }
          accept(discovery);
        }

        providers.registerProvider({
          providerId: PROVIDER,
          factory: createOAuthProviderFactory({
            authenticator: createCorpAuthenticator(
              async metadataUrl => accept(await fetchDiscovery(metadataUrl)),
              error => logger.error('Nobody can sign in', error),
            ),
            signInResolver: preferredUsernameResolver,
            signInResolverFactories: {
              preferredUsernameMatchingUserEntityName,
              ...commonSignInResolvers,
            },
          }),
        });
      },
    });
  },
});

import { ServiceUnavailableError } from '@backstage/errors';
import {
  oidcAuthenticator,
  type OidcAuthResult,
} from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createOAuthAuthenticator,
  type OAuthAuthenticator,
} from '@backstage/plugin-auth-node';

type OidcContext = ReturnType<typeof oidcAuthenticator.initialize>;

/** Connects when it is called for the first time, and after a failure. */
interface Connection {
  connected(): Promise<OidcContext>;
}

/**
 * OpenID Connect as Backstage has it, but connected when it is first needed
 * and again after a failure: an issuer that was down when the backend started
 * would otherwise keep everybody out until the next restart.
 *
 * @param accept - called with the issuer's metadata address before each
 * connection; throws when this issuer must not sign anybody in.
 * @param onFailure - told why there is no connection; people are not.
 */
export function createCorpAuthenticator(
  accept: (metadataUrl: string) => Promise<void>,
  onFailure: (error: Error) => void,
): OAuthAuthenticator<Connection, OidcAuthResult> {
  return createOAuthAuthenticator({
    defaultProfileTransform: oidcAuthenticator.defaultProfileTransform,
    scopes: oidcAuthenticator.scopes,
    initialize(input) {
      const metadataUrl = input.config.getString('metadataUrl');
      const connect = async (): Promise<OidcContext> => {
        await accept(metadataUrl);
        const context = oidcAuthenticator.initialize(input);
        await context.promise;
        return context;
      };
      let connection: Promise<OidcContext> | undefined;
      return {
        connected: () => {
          connection ??= connect().catch(error => {
            connection = undefined;
            onFailure(error);
            throw new ServiceUnavailableError(
              'The sign-in service does not answer, so nobody can sign in just now. Try again in a minute.',
            );
          });
          return connection;
        },
      };
    },
    async start(input, { connected }) {
      return oidcAuthenticator.start(input, await connected());
    },
    async authenticate(input, { connected }) {
      return oidcAuthenticator.authenticate(input, await connected());
    },
    async refresh(input, { connected }) {
      return oidcAuthenticator.refresh(input, await connected());
    },
    async logout(input, { connected }) {
      return oidcAuthenticator.logout?.(input, await connected());
    },
  });
}

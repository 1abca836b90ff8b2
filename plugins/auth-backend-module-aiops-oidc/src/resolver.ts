import { NotAllowedError } from '@backstage/errors';
import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createSignInResolverFactory,
  type OAuthAuthenticatorResult,
  type SignInResolver,
} from '@backstage/plugin-auth-node';

/**
 * Signs in as the catalog's user whose name is the `preferred_username`.
 *
 * @throws NotAllowedError with a sentence for the person when the issuer gives
 * no such claim or the catalog has no such user.
 */
export const preferredUsernameResolver: SignInResolver<
  OAuthAuthenticatorResult<OidcAuthResult>
> = async ({ result }, context) => {
  const username = result.fullProfile.userinfo.preferred_username;
  if (!username) {
    throw new NotAllowedError(
      'The sign-in service did not say your user name (preferred_username), so you are not signed in. Ask a platform administrator to let the portal see it.',
    );
  }
  try {
    return await context.signInWithCatalogUser({
      entityRef: { name: username },
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      throw new NotAllowedError(
        `The portal doesn't know anybody called "${username}", so you are not signed in. Ask a platform administrator to add you to the catalog.`,
      );
    }
    throw error;
  }
};

/** The same, for `signIn.resolvers` in the configuration. */
export const preferredUsernameMatchingUserEntityName =
  createSignInResolverFactory({
    create: () => preferredUsernameResolver,
  });

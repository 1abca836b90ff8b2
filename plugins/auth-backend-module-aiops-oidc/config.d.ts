import type { HumanDuration } from '@backstage/types';

export interface Config {
  auth?: {
    providers?: {
      /** The company's OpenID Connect issuer, by environment (`auth.environment`). */
      corp?: {
        [environment: string]: {
          /** The issuer, or the address of its metadata. */
          metadataUrl: string;
          clientId: string;
          /** @visibility secret */
          clientSecret: string;
          /** Where the issuer sends people back to. Default: made of `backend.baseUrl`. */
          callbackUrl?: string;
          /**
           * `auto` lets the issuer decide whether to ask; `select_account` and
           * `login` ask each time. Backstage's default is `none`, which signs in
           * only those who have a session at the issuer.
           */
          prompt?: string;
          additionalScopes?: string | string[];
          tokenEndpointAuthMethod?: string;
          tokenSignedResponseAlg?: string;
          timeout?: HumanDuration | string;
          sessionDuration?: HumanDuration | string;
          signIn?: {
            /** Default: preferredUsernameMatchingUserEntityName. */
            resolvers: Array<
              | { resolver: 'preferredUsernameMatchingUserEntityName' }
              | {
                  resolver: 'emailMatchingUserEntityProfileEmail';
                  dangerouslyAllowSignInWithoutUserInCatalog?: boolean;
                }
              | {
                  resolver: 'emailLocalPartMatchingUserEntityName';
                  allowedDomains?: string[];
                  dangerouslyAllowSignInWithoutUserInCatalog?: boolean;
                }
            >;
          };
        };
      };
    };
  };
}

import type {
  Configuration,
  Interaction,
  KoaContextWithOIDC,
} from 'oidc-provider';
import type * as OidcProvider from 'oidc-provider';
import { renderPage, type Page } from '../http';
import type { Person } from '../world';
import type { OpenIdKeys } from './keys';
import { messagePage, signOutPage } from './pages';
import type { OpenIdStorage } from './storage';

/** The one application that people sign in to. */
export interface OpenIdClient {
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
}

/** Where the other parts of the sandbox are; the portal may use no others with this sign-in. */
export interface SandboxPlaces {
  kubernetes: string;
  git: string;
  vault: string;
}

/** What the provider is made of. */
export interface ConfigurationParts {
  people: Person[];
  client: OpenIdClient;
  places: SandboxPlaces;
  keys: OpenIdKeys;
  storage: OpenIdStorage;
  onError(error: Error): void;
}

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Configures the provider: our people, our pages, no questions about consent. */
export function openIdConfiguration(
  { interactionPolicy }: typeof OidcProvider,
  parts: ConfigurationParts,
): Configuration {
  const { client, keys, storage } = parts;
  const people = new Map(parts.people.map(person => [person.name, person]));

  const policy = interactionPolicy.base();
  // Whoever asks for it chooses again, whoever is signed in.
  policy.add(
    new interactionPolicy.Prompt({ name: 'select_account', requestable: true }),
    0,
  );

  return {
    adapter: storage.adapter,
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: client.redirectUris,
        post_logout_redirect_uris: client.postLogoutRedirectUris,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    // Lets the portal see that anybody may be anyone here, and what belongs to it.
    discovery: { aiops_portal_sandbox: parts.places },
    scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
    claims: {
      openid: ['sub'],
      profile: ['preferred_username', 'name', 'groups'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    // Clients that look at the ID token alone find the person in it.
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => {
      const person = people.get(sub);
      return (
        person && {
          accountId: sub,
          claims: () => ({
            sub,
            preferred_username: person.name,
            name: person.displayName,
            email: person.email,
            email_verified: true,
            groups: person.groups,
          }),
        }
      );
    },
    loadExistingGrant: grantEverything,
    // The portal refreshes its sessions itself, without a browser.
    issueRefreshToken: async () => true,
    expiresWithSession: async () => false,
    rotateRefreshToken: false,
    clientBasedCORS: () => false,
    interactions: {
      policy,
      url: (_ctx, interaction: Interaction) =>
        `/interaction/${interaction.uid}`,
    },
    ttl: {
      AccessToken: 60 * MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: 60 * MINUTE,
      RefreshToken: 14 * DAY,
      Interaction: 60 * MINUTE,
      Session: 14 * DAY,
      Grant: 14 * DAY,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, asking, token) =>
          token.clientId === asking.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: ctx =>
          show(
            ctx,
            messagePage('You are signed out', 'You can close this window.'),
          ),
      },
    },
    renderError: (ctx, out, error) => {
      if (ctx.status >= 500) {
        parts.onError(error);
      }
      show(
        ctx,
        messagePage(
          'That sign-in did not work',
          `${
            out.error_description ?? out.error
          }. Go back to the portal and sign in again.`,
        ),
      );
    },
  };
}

/** The application is the company's own, so nobody is asked what it may know. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { oidc } = ctx;
  const { client, session, account } = oidc;
  if (!client || !session || !account) {
    return undefined;
  }
  const known = session.grantIdFor(client.clientId);
  const existing = known ? await oidc.provider.Grant.find(known) : undefined;
  const grant =
    existing ??
    new oidc.provider.Grant({
      clientId: client.clientId,
      accountId: account.accountId,
    });
  grant.addOIDCScope([...oidc.requestParamScopes].join(' '));
  await grant.save();
  return grant;
}

function show(ctx: KoaContextWithOIDC, page: Page): void {
  ctx.type = 'html';
  ctx.body = renderPage(page);
}

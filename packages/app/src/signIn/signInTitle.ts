import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** What the company calls its sign-in, where it says so. */
export function signInTitle(config: ConfigApi): string | undefined {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  return config.getOptionalString(`auth.providers.corp.${environment}.title`);
}

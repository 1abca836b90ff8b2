import { ResponseError } from '@backstage/errors';
import type { Json } from './json';

const WELL_KNOWN = '/.well-known/openid-configuration';
const TIMEOUT_MS = 5000;

/** The metadata of an issuer that is named by itself or by its metadata's address. */
export async function fetchDiscovery(metadataUrl: string): Promise<Json> {
  const url = metadataUrl.includes('/.well-known/')
    ? metadataUrl
    : metadataUrl.replace(/\/$/, '') + WELL_KNOWN;
  const response = await fetch(url, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response.json();
}

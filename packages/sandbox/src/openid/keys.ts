import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'oidc-provider';
import type { JsonFile } from '../state';

/** What the provider signs with. */
export interface OpenIdKeys {
  signing: JWK;
  /** Signs its cookies. */
  cookies: string;
}

/** The keys in the file, made the first time. */
export function openIdKeys(file: JsonFile<OpenIdKeys>): OpenIdKeys {
  const kept = file.read();
  if (kept) {
    return kept;
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys: OpenIdKeys = {
    signing: {
      ...privateKey.export({ format: 'jwk' }),
      use: 'sig',
      alg: 'RS256',
      kid: randomBytes(8).toString('hex'),
    } as JWK,
    cookies: randomBytes(32).toString('base64url'),
  };
  file.write(keys);
  return keys;
}

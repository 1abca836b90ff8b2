import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { addressWithToken } from './access';

/**
 * Writes a kubeconfig, mode 0600, with which `kubectl` talks to the sandbox as
 * the owner of the token. `kubectl` sends no token without TLS, so the token
 * also stands in the path of the server's address.
 */
export function writeKubeconfig(
  url: string,
  token: string,
  path: string,
  user = 'sandbox',
): void {
  mkdirSync(dirname(path), { recursive: true });
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'sandbox',
        cluster: {
          server: addressWithToken(url, token),
          // client-node asks for this where there is no TLS.
          'insecure-skip-tls-verify': true,
        },
      },
    ],
    users: [{ name: user, user: { token } }],
    contexts: [{ name: 'sandbox', context: { cluster: 'sandbox', user } }],
    'current-context': 'sandbox',
  };
  writeFileSync(path, stringify(config), { mode: 0o600 });
}

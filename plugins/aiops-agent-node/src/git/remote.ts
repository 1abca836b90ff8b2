import { InputError } from '@backstage/errors';

/** Where to fetch from and push to, with the credentials kept apart. */
export interface GitRemote {
  /** Without credentials: fit for logs and process listings. */
  url: string;
  /** Settings for `GIT_CONFIG_*`, which only our own child processes see. */
  config: Array<[key: string, value: string]>;
  /** What must never appear in a message. */
  secrets: string[];
}

/**
 * Reads a remote's address. Credentials, given apart or within the address,
 * become an HTTP header that is only sent to that address' origin.
 *
 * @throws InputError when the address is not one that git can be trusted with.
 */
export function parseRemote(options: {
  url: string;
  username?: string;
  password?: string;
}): GitRemote {
  const text = options.url.trim();
  if (!/^https?:\/\//i.test(text)) {
    if (!isPlainAddress(text)) {
      throw new InputError(
        'aiopsAgent.git.url is not an address of a Git repository: give one that begins with https://, ssh:// or file://, or an absolute path.',
      );
    }
    return { url: text, config: [], secrets: [] };
  }

  const url = parseUrl(text);
  const username = options.username ?? decodeURIComponent(url.username);
  const password = options.password ?? decodeURIComponent(url.password);
  url.username = '';
  url.password = '';
  if (!password) {
    return { url: url.href, config: [], secrets: [] };
  }
  // Hosting services take any name beside a token, but not an empty one.
  const basic = Buffer.from(`${username || 'git'}:${password}`).toString(
    'base64',
  );
  return {
    url: url.href,
    config: [
      [`http.${url.origin}/.extraHeader`, `Authorization: Basic ${basic}`],
    ],
    secrets: [basic, password],
  };
}

/** Replaces the remote's secrets in a text. */
export function redact(remote: GitRemote, text: string): string {
  return remote.secrets.reduce(
    (result, secret) => result.split(secret).join('***'),
    text,
  );
}

function isPlainAddress(text: string): boolean {
  return (
    /^(ssh|file):\/\/[^-]/i.test(text) ||
    /^[\w.]+@[\w.-]+:[^:]/.test(text) ||
    text.startsWith('/') ||
    /^[a-z]:[\\/]/i.test(text)
  );
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    // The parser's own message would repeat the address with its password.
    throw new InputError('aiopsAgent.git.url is not a valid address.');
  }
}

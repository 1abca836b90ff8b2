import { readFileSync } from 'node:fs';

/**
 * JSON over HTTP as whoever has this token.
 * @throws an error with the `status` of an answer that isn't well.
 */
export function caller(url, token) {
  return async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      const error = new Error(`${method} ${path}: ${text}`);
      throw Object.assign(error, { status: response.status });
    }
    return text === '' ? undefined : JSON.parse(text);
  };
}

/** Undefined for what isn't there yet. */
export async function orNothing(call) {
  try {
    return await call;
  } catch (error) {
    if (error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

/** The token that a kubeconfig of the sandbox holds. @throws an error when there is none */
export function kubernetesToken(kubeconfig) {
  const [, token] = /token: (\S+)/.exec(readFileSync(kubeconfig, 'utf8')) ?? [];
  if (!token) {
    throw new Error(`${kubeconfig} holds no token`);
  }
  return token;
}

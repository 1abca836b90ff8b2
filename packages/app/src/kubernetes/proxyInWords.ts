import type { KubernetesApi } from '@backstage/plugin-kubernetes-react';

/** Whether the portal itself refused, and not the cluster behind it. */
async function isOurs(response: Response): Promise<boolean> {
  const body = await response
    .clone()
    .json()
    .catch(() => undefined);
  return body?.error?.name === 'NotAllowedError';
}

/**
 * Backstage's Kubernetes tab asks the cluster for logs and events through a
 * proxy that is for administrators. Everybody else is told so in a sentence
 * instead of the answer's raw text.
 *
 * @param denied - The sentence.
 */
export function proxyInWords(
  kubernetesApi: KubernetesApi,
  denied: () => string,
): KubernetesApi {
  const proxy: KubernetesApi['proxy'] = async options => {
    const response = await kubernetesApi.proxy(options);
    if (response.status === 403 && (await isOurs(response))) {
      throw new Error(denied());
    }
    return response;
  };
  return Object.assign(Object.create(kubernetesApi), { proxy });
}

import type { KubernetesApi } from '@backstage/plugin-kubernetes-react';
import { KubernetesProxyClient } from '@backstage/plugin-kubernetes-react';
import { proxyInWords } from './proxyInWords';

const LOG = {
  podName: 'checkout-api-1',
  namespace: 'shop-prod',
  clusterName: 'sandbox',
  containerName: 'checkout-api',
};

/** The tab's own client over a backend that answers like this. */
function logsFrom(status: number, body: unknown) {
  const api = {
    proxy: async () => ({
      ok: status === 200,
      status,
      statusText: 'Forbidden',
      clone: () => ({
        json: async () => body,
      }),
      text: async () =>
        typeof body === 'string' ? body : JSON.stringify(body),
    }),
  } as unknown as KubernetesApi;
  return new KubernetesProxyClient({
    kubernetesApi: proxyInWords(api, () => 'Only administrators see this.'),
  }).getPodLogs(LOG);
}

describe('the logs of the Kubernetes tab', () => {
  it('are refused in a sentence to whom they are not for', async () => {
    await expect(
      logsFrom(403, { error: { name: 'NotAllowedError' } }),
    ).rejects.toThrow(/^Only administrators see this\.$/);
  });

  it('say what the cluster says where it is the cluster that refuses', async () => {
    await expect(
      logsFrom(403, { kind: 'Status', message: 'pods/log is forbidden' }),
    ).rejects.toThrow('pods/log is forbidden');
  });

  it('are shown to administrators', async () => {
    await expect(logsFrom(200, 'ready\n')).resolves.toEqual({
      text: 'ready\n',
    });
  });
});

import {
  ApiBlueprint,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import {
  kubernetesApiRef,
  KubernetesProxyClient,
  kubernetesProxyApiRef,
} from '@backstage/plugin-kubernetes-react';
import { portalTranslationRef } from '../translation';
import { proxyInWords } from './proxyInWords';

/** In the place of the Kubernetes plugin's own, whose name it has. */
export const kubernetesProxyApi = ApiBlueprint.make({
  name: 'proxy',
  params: defineParams =>
    defineParams({
      api: kubernetesProxyApiRef,
      deps: {
        kubernetesApi: kubernetesApiRef,
        translationApi: translationApiRef,
      },
      factory: ({ kubernetesApi, translationApi }) =>
        new KubernetesProxyClient({
          kubernetesApi: proxyInWords(kubernetesApi, () => {
            const words = translationApi.getTranslation(portalTranslationRef);
            return words.ready ? words.t('kubernetes.denied') : '';
          }),
        }),
    }),
});

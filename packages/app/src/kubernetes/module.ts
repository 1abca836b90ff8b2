import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { kubernetesProxyApi } from './proxyApi';

/** Backstage's Kubernetes tab as the portal has it. */
export const kubernetesModule = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [kubernetesProxyApi],
});

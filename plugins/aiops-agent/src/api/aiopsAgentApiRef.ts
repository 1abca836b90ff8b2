import type { AiopsAgentApi } from '@aiops-portal/plugin-aiops-agent-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** The assistant's REST interface as the person who is signed in. */
export const aiopsAgentApiRef = createApiRef<AiopsAgentApi>().with({
  id: 'plugin.aiops-agent.client',
  pluginId: 'aiops-agent',
});

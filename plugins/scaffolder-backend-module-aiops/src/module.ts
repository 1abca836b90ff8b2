import { AiopsAgentClient } from '@aiops-portal/plugin-aiops-agent-common';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createFollowChangeAction } from './actions';

/** Adds the steps of the assistant's templates to the scaffolder. */
export const scaffolderModuleAiops = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'aiops',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        const agentIn = (language = 'en') =>
          new AiopsAgentClient({
            fetchApi: { fetch },
            discoveryApi: discovery,
            language: () => language,
          });
        actions.addActions(createFollowChangeAction({ agentIn, auth }));
      },
    });
  },
});

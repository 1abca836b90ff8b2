import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { aiopsAgentSecretStoreExtensionPoint } from '@aiops-portal/plugin-aiops-agent-node';
import { VaultSecretStore } from './VaultSecretStore';

/**
 * Keeps the secret values of the assistant in Vault or OpenBao. Without
 * `aiopsAgent.vault` in the configuration it does nothing.
 */
export const aiopsAgentModuleVault = createBackendModule({
  pluginId: 'aiops-agent',
  moduleId: 'vault',
  register(env) {
    env.registerInit({
      deps: {
        secretStore: aiopsAgentSecretStoreExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ secretStore, config, logger }) {
        if (!config.has('aiopsAgent.vault')) {
          logger.info('No secret store: aiopsAgent.vault is not configured.');
          return;
        }
        secretStore.setSecretStore(VaultSecretStore.fromConfig(config));
      },
    });
  },
});

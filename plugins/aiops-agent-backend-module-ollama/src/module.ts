import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { aiopsAgentLanguageModelExtensionPoint } from '@aiops-portal/plugin-aiops-agent-node';
import { OllamaLanguageModel } from './OllamaLanguageModel';
import { readSettings } from './settings';

/**
 * Lets the assistant ask a language model of Ollama where its own parser is
 * unsure. Without `aiopsAgent.ollama` in the configuration it does nothing.
 */
export const aiopsAgentModuleOllama = createBackendModule({
  pluginId: 'aiops-agent',
  moduleId: 'ollama',
  register(env) {
    env.registerInit({
      deps: {
        languageModel: aiopsAgentLanguageModelExtensionPoint,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ languageModel, config, lifecycle, logger }) {
        if (!config.has('aiopsAgent.ollama')) {
          logger.info(
            'No language model: aiopsAgent.ollama is not configured.',
          );
          return;
        }
        const model = new OllamaLanguageModel(readSettings(config), logger);
        languageModel.setLanguageModel(model);
        // The portal needn't wait until the model is loaded.
        lifecycle.addStartupHook(() => {
          model.warmUp();
        });
      },
    });
  },
});

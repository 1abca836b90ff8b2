import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Directory } from './directory';
import type { Intent } from './intents';
import type { LanguageModel } from './language';
import type { SecretStore } from './secrets';

/** Adds intents of one's own. */
export interface AiopsAgentIntentsExtensionPoint {
  addIntent(intent: Intent): void;
}

/** Adds intents of one's own. */
export const aiopsAgentIntentsExtensionPoint =
  createExtensionPoint<AiopsAgentIntentsExtensionPoint>({
    id: 'aiops-agent.intents',
  });

/** Replaces where people and groups are looked up. */
export interface AiopsAgentDirectoryExtensionPoint {
  setDirectory(directory: Directory): void;
}

/** Replaces where people and groups are looked up. */
export const aiopsAgentDirectoryExtensionPoint =
  createExtensionPoint<AiopsAgentDirectoryExtensionPoint>({
    id: 'aiops-agent.directory',
  });

/** Sets where secret values live. */
export interface AiopsAgentSecretStoreExtensionPoint {
  setSecretStore(store: SecretStore): void;
}

/** Sets where secret values live. */
export const aiopsAgentSecretStoreExtensionPoint =
  createExtensionPoint<AiopsAgentSecretStoreExtensionPoint>({
    id: 'aiops-agent.secret-store',
  });

/** Sets the language model that helps where the embedded parser is unsure. */
export interface AiopsAgentLanguageModelExtensionPoint {
  setLanguageModel(model: LanguageModel): void;
}

/** Sets the language model that helps where the embedded parser is unsure. */
export const aiopsAgentLanguageModelExtensionPoint =
  createExtensionPoint<AiopsAgentLanguageModelExtensionPoint>({
    id: 'aiops-agent.language-model',
  });

/**
 * A language model of Ollama for the assistant.
 *
 * @packageDocumentation
 */
export { aiopsAgentModuleOllama as default } from './module';
export { OllamaLanguageModel } from './OllamaLanguageModel';
export { readSettings, type OllamaSettings } from './settings';

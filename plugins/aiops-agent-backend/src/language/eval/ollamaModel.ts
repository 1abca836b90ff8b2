// For the command alone, which nothing of the plugin imports.
// eslint-disable-next-line @backstage/no-undeclared-imports
import {
  OllamaLanguageModel,
  readSettings,
} from '@aiops-portal/plugin-aiops-agent-backend-module-ollama';
import type { LanguageModel } from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';

/** What goes wrong is told on standard error, so that the report stays clean. */
function stderrLogger(): LoggerService {
  const tell = (message: string) => {
    process.stderr.write(`${message}\n`);
  };
  const nothing = () => {};
  const logger: LoggerService = {
    error: tell,
    warn: tell,
    info: nothing,
    debug: nothing,
    child: () => logger,
  };
  return logger;
}

/**
 * The language model of the Ollama that `OLLAMA_HOST` names (and
 * `OLLAMA_MODEL`, default `llama3.1`), given all the time it needs; undefined
 * where none is named.
 */
export function ollamaModel(): LanguageModel | undefined {
  const { OLLAMA_HOST: host, OLLAMA_MODEL: model } = process.env;
  if (!host) {
    return undefined;
  }
  const settings = readSettings(
    new ConfigReader({
      aiopsAgent: {
        ollama: { hosts: [host], ...(model && { model }), chooseSeconds: 120 },
      },
    }),
  );
  return new OllamaLanguageModel(settings, stderrLogger());
}

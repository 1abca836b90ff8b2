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
    // Why one question had no answer: its score is the embedded parser's.
    debug: tell,
    child: () => logger,
  };
  return logger;
}

/**
 * The language model of the Ollama that `OLLAMA_HOST` names (and
 * `OLLAMA_MODEL`, default `llama3.1`), given all the time it needs; undefined
 * where none is named. It is asked for every message, however often it failed,
 * since a score of half a model says nothing.
 */
export function ollamaModel(): LanguageModel | undefined {
  const { OLLAMA_HOST: host, OLLAMA_MODEL: model } = process.env;
  if (!host) {
    return undefined;
  }
  const settings = readSettings(
    new ConfigReader({
      aiopsAgent: {
        ollama: {
          hosts: [host],
          ...(model && { model }),
          chooseSeconds: 120,
          restSeconds: 0.001,
        },
      },
    }),
  );
  const ollama = new OllamaLanguageModel(settings, stderrLogger());
  return {
    name: ollama.name,
    choose: (input, candidates) => ollama.choose(input, candidates),
    word: (request, signal) => ollama.word(request, signal),
    health: () => {
      const health = ollama.health();
      // It never rests here, so it is there if it has ever answered.
      const available = health.hosts.some(({ lastMs }) => lastMs !== undefined);
      return { ...health, available };
    },
  };
}

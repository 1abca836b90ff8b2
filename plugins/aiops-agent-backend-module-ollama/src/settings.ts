import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How Ollama is reached and asked. */
export interface OllamaSettings {
  /** Addresses without a slash at their end, in the order they are asked. */
  hosts: string[];
  model: string;
  /** Milliseconds that choosing an intent may take, over all hosts. */
  chooseMs: number;
  /** Milliseconds that wording a text may take, over all hosts. */
  wordMs: number;
  /** Questions that are asked at the same time. */
  concurrency: number;
  contextTokens: number;
  /** Milliseconds that a host which failed too often is left alone. */
  restMs: number;
}

/** As Ollama reads `OLLAMA_HOST`: its own port where only a name is said. */
function hostOf(said: string): string {
  const port = /:\d+\/*$/.test(said) ? '' : ':11434';
  const address = said.includes('://') ? said : `http://${said}${port}`;
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new InputError(
      `aiopsAgent.ollama.hosts: "${said}" is no address. One looks like http://127.0.0.1:11434.`,
    );
  }
  return address.replace(/\/+$/, '');
}

function positive(config: Config, key: string, usual: number): number {
  const value = config.getOptionalNumber(key) ?? usual;
  if (!(value > 0)) {
    throw new InputError(`aiopsAgent.ollama.${key} has to be more than 0.`);
  }
  return value;
}

/**
 * Reads `aiopsAgent.ollama`.
 *
 * @throws InputError that names the setting which can't be used.
 */
export function readSettings(config: Config): OllamaSettings {
  const ollama = config.getConfig('aiopsAgent.ollama');
  const hosts = ollama.getStringArray('hosts').map(hostOf);
  if (hosts.length === 0) {
    throw new InputError('aiopsAgent.ollama.hosts names no host.');
  }
  return {
    hosts,
    model: ollama.getOptionalString('model') ?? 'llama3.1',
    chooseMs: positive(ollama, 'chooseSeconds', 3) * 1000,
    wordMs: positive(ollama, 'wordSeconds', 20) * 1000,
    concurrency: positive(ollama, 'concurrency', 2),
    contextTokens: positive(ollama, 'contextTokens', 4096),
    restMs: positive(ollama, 'restSeconds', 30) * 1000,
  };
}

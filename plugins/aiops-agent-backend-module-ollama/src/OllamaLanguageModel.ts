import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  CandidateIntent,
  LanguageModel,
  LanguageModelHealth,
  UnderstandInput,
  WordingRequest,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { choicePrompt, choiceSchema, readChoice } from './choosing';
import { OllamaHosts } from './OllamaHosts';
import type { OllamaSettings } from './settings';
import { readWording, wordingPrompt } from './wording';

/** Most tokens of an answer; what runs on is cut. */
const WORDS = { choice: 96, text: 320 };

/**
 * A model of Ollama: one constrained call chooses an intent, one call without
 * tools words a text. No more is asked of it.
 */
export class OllamaLanguageModel implements LanguageModel {
  readonly name = 'ollama';
  private readonly hosts: OllamaHosts;

  constructor(
    private readonly settings: OllamaSettings,
    private readonly logger: LoggerService,
  ) {
    this.hosts = new OllamaHosts(settings, logger);
  }

  /** Has the model loaded; answers when that is done or has failed. */
  warmUp(): Promise<void> {
    return this.hosts.warmUp();
  }

  async choose(
    input: UnderstandInput,
    candidates: CandidateIntent[],
  ): Promise<Understanding | undefined> {
    const schema = choiceSchema(input, candidates);
    return this.orNothing(() =>
      this.hosts.ask(
        {
          messages: choicePrompt(input, candidates, schema),
          format: schema,
          words: WORDS.choice,
        },
        content => readChoice(content, input, candidates, this.name),
        this.settings.chooseMs,
      ),
    );
  }

  async word(
    request: WordingRequest,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    return this.orNothing(() =>
      this.hosts.ask(
        {
          messages: wordingPrompt(request, this.settings.contextTokens),
          words: WORDS.text,
        },
        readWording,
        this.settings.wordMs,
        signal,
      ),
    );
  }

  health(): LanguageModelHealth {
    const hosts = this.hosts.hosts.map(host => host.health());
    return {
      model: this.settings.model,
      available: hosts.some(({ state }) => state !== 'resting'),
      hosts,
    };
  }

  /** People notice nothing of its troubles; the log has them. */
  private async orNothing<T>(
    ask: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      this.logger.warn(`The language model failed: ${error}`);
      return undefined;
    }
  }
}

import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import type { ChatRequest } from 'ollama';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { OllamaHost } from './OllamaHost';
import type { OllamaSettings } from './settings';

/** Questions that wait for their turn, for each that is being asked. */
const QUEUED = 4;
/** Milliseconds that loading a model may take. */
const WARM_UP_MS = 120_000;

/** Several Ollama servers, of which the first that can answers. */
export class OllamaHosts {
  readonly hosts: OllamaHost[];
  private readonly turns;

  constructor(
    private readonly settings: OllamaSettings,
    private readonly logger: LoggerService,
  ) {
    this.hosts = settings.hosts.map(
      url => new OllamaHost(url, settings.restMs),
    );
    this.turns = bulkhead(settings.concurrency, settings.concurrency * QUEUED);
  }

  /**
   * The first answer that can be read, within the time; undefined where there
   * is none. A host that hangs leaves the next ones their share of the time.
   */
  async ask<T>(
    question: Pick<ChatRequest, 'messages' | 'format'> & { words: number },
    read: (content: string) => T,
    limitMs: number,
    stop?: AbortSignal,
  ): Promise<T | undefined> {
    const whole = AbortSignal.any([
      AbortSignal.timeout(limitMs),
      ...(stop ? [stop] : []),
    ]);
    const end = performance.now() + limitMs;
    try {
      return await this.turns.execute(
        () => this.inTurn(question, read, end, whole),
        whole,
      );
    } catch (error) {
      if (!isBulkheadRejectedError(error) && !whole.aborted) {
        throw error;
      }
      this.logger.debug('The language model had no time for a question.');
      return undefined;
    }
  }

  /** Has the model loaded on every host, so that the first person needn't wait. */
  async warmUp(): Promise<void> {
    await Promise.all(
      this.hosts.map(async host => {
        try {
          await host.warmUp(
            this.settings.model,
            AbortSignal.timeout(WARM_UP_MS),
          );
        } catch (error) {
          this.logger.warn(
            `The language model ${this.settings.model} can't be loaded at ${host.url}: ${error}. Messages are understood without it.`,
          );
        }
      }),
    );
  }

  private async inTurn<T>(
    { messages, format, words }: Parameters<typeof this.ask>[0],
    read: (content: string) => T,
    end: number,
    whole: AbortSignal,
  ): Promise<T | undefined> {
    const { model, contextTokens } = this.settings;
    const awake = this.hosts.filter(host => !host.resting());
    for (const [index, host] of awake.entries()) {
      const left = end - performance.now();
      if (whole.aborted || left <= 0) {
        return undefined;
      }
      const share = AbortSignal.timeout(
        Math.ceil(left / (awake.length - index)),
      );
      try {
        return await host.ask(
          {
            model,
            messages,
            format,
            stream: false,
            keep_alive: -1,
            options: {
              temperature: 0,
              seed: 1,
              num_ctx: contextTokens,
              num_predict: words,
            },
          },
          read,
          AbortSignal.any([whole, share]),
        );
      } catch (error) {
        this.logger.debug(`${host.url} gave no answer: ${error}`);
      }
    }
    return undefined;
  }
}

import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { OllamaHost, type Question } from './OllamaHost';
import { reasonOf } from './reasons';
import type { OllamaSettings } from './settings';

/** Questions that wait for their turn, for each that is being asked. */
const QUEUED = 4;

/** Several Ollama servers, of which the first that can answers. */
export class OllamaHosts {
  readonly hosts: OllamaHost[];
  private readonly turns;

  constructor(
    private readonly settings: OllamaSettings,
    private readonly logger: LoggerService,
  ) {
    this.hosts = settings.hosts.map(url => new OllamaHost(url, settings));
    this.turns = bulkhead(settings.concurrency, settings.concurrency * QUEUED);
  }

  /**
   * The first answer that can be read, within the time; undefined where there
   * is none. A host that hangs leaves the next ones their share of the time.
   */
  async ask<T>(
    question: Question,
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
          await host.load();
        } catch (error) {
          this.logger.warn(
            `The language model ${this.settings.model} can't be loaded at ${
              host.url
            }: ${reasonOf(error)}. Messages are understood without it.`,
          );
        }
      }),
    );
  }

  private async inTurn<T>(
    question: Question,
    read: (content: string) => T,
    end: number,
    whole: AbortSignal,
  ): Promise<T | undefined> {
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
        return await host.ask(question, read, AbortSignal.any([whole, share]));
      } catch (error) {
        this.logger.debug(`${host.url} gave no answer: ${reasonOf(error)}`);
      }
    }
    return undefined;
  }
}

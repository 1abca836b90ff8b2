import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleAll,
} from 'cockatiel';
import { Ollama, type ChatRequest } from 'ollama';
import type { LanguageModelHealth } from '@aiops-portal/plugin-aiops-agent-node';

/** Failures in a row after which a host is left alone for a while. */
const FAILURES = 3;

/**
 * One Ollama server. After three failures in a row it rests, and is then tried
 * with a single question.
 */
export class OllamaHost {
  private readonly breaker;
  private restsUntil = 0;
  private lastMs?: number;
  private lastError?: string;

  constructor(readonly url: string, restMs: number) {
    this.breaker = circuitBreaker(handleAll, {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(FAILURES),
    });
    this.breaker.onBreak(() => {
      this.restsUntil = Date.now() + restMs;
    });
  }

  /** True while it is left alone; the breaker itself only notices when asked. */
  resting(): boolean {
    return (
      this.breaker.state === CircuitState.Open && Date.now() < this.restsUntil
    );
  }

  /**
   * Asks once and reads the answer; an answer that can't be read counts as a
   * failure too.
   *
   * @throws what fetching or reading throws, and a BrokenCircuitError while it
   * rests.
   */
  async ask<T>(
    request: ChatRequest & { stream?: false },
    read: (content: string) => T,
    signal: AbortSignal,
  ): Promise<T> {
    const start = performance.now();
    try {
      const answer = await this.breaker.execute(async () => {
        const { message } = await this.client(signal).chat(request);
        return read(message.content);
      });
      this.lastMs = Math.round(performance.now() - start);
      this.lastError = undefined;
      return answer;
    } catch (error) {
      this.lastError = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  /**
   * Has the model loaded, and kept.
   *
   * @throws what fetching throws.
   */
  async warmUp(model: string, signal: AbortSignal): Promise<void> {
    await this.client(signal).chat({
      model,
      messages: [],
      keep_alive: -1,
      stream: false,
    });
  }

  health(): LanguageModelHealth['hosts'][number] {
    const known = this.lastMs !== undefined || this.lastError !== undefined;
    const usual = known ? 'answering' : 'unknown';
    return {
      url: this.url,
      state: this.resting() ? 'resting' : usual,
      lastMs: this.lastMs,
      lastError: this.lastError,
    };
  }

  /**
   * A client whose calls end with the signal: its own `abort` does nothing
   * before the headers of an answer have come.
   */
  private client(signal: AbortSignal): Ollama {
    return new Ollama({
      host: this.url,
      fetch: (input, init) => fetch(input, { ...init, signal }),
    });
  }
}

import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { Ollama, type ChatRequest } from 'ollama';
import type { LanguageModelHealth } from '@aiops-portal/plugin-aiops-agent-node';
import { isGivenUp, reasonOf } from './reasons';
import type { OllamaSettings } from './settings';

/** Failures in a row after which a host is left alone for a while. */
const FAILURES = 3;
/** Milliseconds that loading a model may take. */
const LOAD_MS = 120_000;

/** What a host is asked besides what is the same for all questions. */
export type Question = Pick<ChatRequest, 'messages' | 'format'> & {
  /** Most tokens of the answer. */
  words: number;
};

/**
 * One Ollama server. After three failures in a row it rests, and is then tried
 * with a single question.
 */
export class OllamaHost {
  private readonly breaker;
  private restsUntil = 0;
  private answers = 0;
  private lastMs?: number;
  private lastError?: string;
  private loading?: Promise<void>;

  constructor(
    readonly url: string,
    private readonly settings: Pick<
      OllamaSettings,
      'model' | 'contextTokens' | 'restMs'
    >,
  ) {
    const { restMs } = settings;
    this.breaker = circuitBreaker(
      handleWhen(error => !isGivenUp(error)),
      {
        halfOpenAfter: restMs,
        breaker: new ConsecutiveBreaker(FAILURES),
      },
    );
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
    question: Question,
    read: (content: string) => T,
    signal: AbortSignal,
  ): Promise<T> {
    const start = performance.now();
    try {
      const answer = await this.breaker.execute(async () =>
        read(await this.answer(question, signal)),
      );
      this.answers += 1;
      this.lastMs = Math.round(performance.now() - start);
      this.lastError = undefined;
      return answer;
    } catch (error) {
      if (!isGivenUp(error) && !isBrokenCircuitError(error)) {
        this.lastError = reasonOf(error);
      }
      throw error;
    }
  }

  /**
   * Has the model loaded, and kept. Asked for several times it is loaded once.
   *
   * @throws what fetching throws.
   */
  load(): Promise<void> {
    this.loading ??= this.loadNow().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async loadNow(): Promise<void> {
    const { answers } = this;
    try {
      await this.chat({ messages: [], words: 0 }, AbortSignal.timeout(LOAD_MS));
    } catch (error) {
      // Loading takes long: by then a question may have been answered.
      if (this.answers === answers) {
        this.lastError = reasonOf(error);
      }
      throw error;
    }
  }

  health(): LanguageModelHealth['hosts'][number] {
    return {
      url: this.url,
      state: this.state(),
      lastMs: this.lastMs,
      lastError: this.lastError,
    };
  }

  /**
   * Only an answer makes it well again. That the model was loaded does not: a
   * server that is too slow for questions loads it all the same.
   */
  private state(): LanguageModelHealth['hosts'][number]['state'] {
    if (this.resting()) {
      return 'resting';
    }
    if (this.lastError !== undefined) {
      return 'failing';
    }
    return this.lastMs === undefined ? 'unknown' : 'answering';
  }

  /**
   * A server that was started anew has no model loaded, and it ends loading one
   * when the question that needs it has no more time. So that one of the next
   * questions finds it loaded, it is loaded beside them.
   */
  private async answer(
    question: Question,
    signal: AbortSignal,
  ): Promise<string> {
    try {
      return await this.chat(question, signal);
    } catch (error) {
      if (!isGivenUp(error)) {
        // Why that fails is in the health, as with any failure.
        this.load().catch(() => {});
      }
      throw error;
    }
  }

  /**
   * All calls have the same context size and the same wish that the model be
   * kept: with another context size the server would load it anew. A prompt
   * that is too long is refused rather than cut, which would take the rules
   * away, and the model is not to think aloud first: there is no time for that.
   */
  private async chat(
    { messages, format, words }: Question,
    signal: AbortSignal,
  ): Promise<string> {
    const { model, contextTokens } = this.settings;
    const request: ChatRequest & { stream: false; truncate: false } = {
      model,
      messages,
      format,
      stream: false,
      truncate: false,
      think: false,
      keep_alive: -1,
      options: {
        temperature: 0,
        seed: 1,
        num_ctx: contextTokens,
        ...(words > 0 && { num_predict: words }),
      },
    };
    const { message } = await this.client(signal).chat(request);
    return message.content;
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

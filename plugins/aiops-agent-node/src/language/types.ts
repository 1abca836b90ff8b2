import type {
  LanguageContext,
  Level,
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { ChosenIntent, Intent } from '../intents';

/** What an engine of understanding is given. */
export interface UnderstandInput {
  text: string;
  now: Date;
  context: LanguageContext;
  pending?: Pending;
  /**
   * What was spoken of last, whether or not it waits: "and the api too", or
   * what "it" is.
   */
  last?: ChosenIntent;
}

/** One engine of understanding. All engines emit the same commands. */
export interface UnderstandingEngine {
  /** `rules`, `embedded`, `ollama` */
  readonly name: string;
  /** Undefined where this engine has nothing to say. */
  understand(input: UnderstandInput): Promise<Understanding | undefined>;
}

/** An intent that a language model may choose. */
export type CandidateIntent = Pick<
  Intent,
  'name' | 'title' | 'examples' | 'parameters'
>;

/** A text that a language model is asked to word. */
export interface WordingRequest {
  /** Explain what was found to be wrong, or answer from the documentation. */
  task: 'explain-finding' | 'answer-question';
  /** What the person asked. Untrusted. */
  question: string;
  /** Language of the text: `en`, `de`. */
  language: string;
  level: Level;
  /** All that the text may say, by where it stands. Untrusted. */
  material: Array<{ source: string; text: string }>;
}

/** How a language model is doing, for admins. */
export interface LanguageModelHealth {
  /** `llama3.1` */
  model: string;
  /** True when at least one of its hosts would be asked. */
  available: boolean;
  hosts: Array<{
    url: string;
    /**
     * `failing`: its last call failed and no question was answered since; it
     * would still be asked. `resting`: it failed too often and is left alone
     * for a while. `unknown`: it wasn't asked yet.
     */
    state: 'answering' | 'failing' | 'resting' | 'unknown';
    /** Milliseconds that its newest answer took. */
    lastMs?: number;
    /** Why it is failing or resting. */
    lastError?: string;
  }>;
}

/**
 * A language model. It chooses an intent or words a text; it executes nothing
 * and sees no secret. Whatever goes wrong with it, it answers undefined in
 * time and never throws.
 */
export interface LanguageModel {
  /** The engine's name in what is recorded: `ollama`. */
  readonly name: string;
  /**
   * The intent that is meant, `out_of_scope` where it is none that the portal
   * has. Undefined when it doesn't know, is unreachable, slow or answers
   * rubbish.
   */
  choose(
    input: UnderstandInput,
    candidates: CandidateIntent[],
  ): Promise<Understanding | undefined>;
  /** Words that are shown and never parsed; undefined where it has none. */
  word(
    request: WordingRequest,
    signal?: AbortSignal,
  ): Promise<string | undefined>;
  health(): LanguageModelHealth;
}

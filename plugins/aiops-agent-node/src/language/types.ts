import type {
  LanguageContext,
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';

/** What an engine of understanding is given. */
export interface UnderstandInput {
  text: string;
  now: Date;
  context: LanguageContext;
  pending?: Pending;
}

/** One engine of understanding. All engines emit the same commands. */
export interface UnderstandingEngine {
  /** `rules`, `embedded`, `ollama` */
  readonly name: string;
  /** Undefined where this engine has nothing to say. */
  understand(input: UnderstandInput): Promise<Understanding | undefined>;
}

/**
 * A language model. It chooses an intent or words a text; it executes nothing
 * and sees no secret.
 */
export interface LanguageModel {
  readonly name: string;
  /** Undefined when it is unreachable, slow or answers rubbish. */
  choose(
    input: UnderstandInput,
    candidates: string[],
  ): Promise<Understanding | undefined>;
  healthy(): Promise<boolean>;
}

export interface Config {
  aiopsAgent?: {
    /** A language model of Ollama, asked where the portal's own parser is unsure. */
    ollama?: {
      /** `http://127.0.0.1:11434`; several are asked in this order. */
      hosts: string[];
      /** Default: `llama3.1`. */
      model?: string;
      /** Seconds that choosing an intent may take, over all hosts. Default: 3. */
      chooseSeconds?: number;
      /** Seconds that wording a text may take, over all hosts. Default: 20. */
      wordSeconds?: number;
      /** Questions that are asked at the same time. Default: 2. */
      concurrency?: number;
      /** Tokens of context that the model is loaded with. Default: 4096. */
      contextTokens?: number;
      /** Seconds that a host which failed three times is left alone. Default: 30. */
      restSeconds?: number;
    };
  };
}

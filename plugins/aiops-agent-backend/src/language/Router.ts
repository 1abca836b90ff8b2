import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  LanguageModel,
  UnderstandingEngine,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { OUT_OF_SCOPE } from './classifier';
import type { PortalLanguage } from './portalLanguage';

/** From where on an engine's first guess is acted upon. */
export interface RouterThresholds {
  /** With a language model to ask; confidence, 0 to 1. */
  sure: number;
  /** Without one, or when it has no answer. */
  enough: number;
}

/** Found with the labelled messages in `evals/`. */
const THRESHOLDS: RouterThresholds = { sure: 0.75, enough: 0.5 };
/** How many likely intents a model chooses from, and a person. */
const CANDIDATES = { model: 5, person: 3 };

/**
 * Asks the engines in turn: rules, the embedded classifier, a language model
 * where the classifier is unsure and a model is set, and at last the person:
 * 'did you mean A, B or C?'
 */
export class Router implements UnderstandingEngine {
  readonly name = 'router';

  constructor(
    private readonly deps: {
      language: PortalLanguage;
      rules: UnderstandingEngine;
      embedded: UnderstandingEngine;
      /** Asked for at each message, since it is set after start. */
      model?: () => LanguageModel | undefined;
      thresholds?: RouterThresholds;
    },
  ) {}

  async understand(input: UnderstandInput): Promise<Understanding> {
    const { rules, embedded, thresholds = THRESHOLDS } = this.deps;
    const ruled = await rules.understand(input);
    if (ruled) {
      return ruled;
    }
    const guess = await embedded.understand(input);
    if (guess && guess.confidence >= thresholds.sure) {
      return guess;
    }
    const candidates = this.candidates(input);
    const chosen = await this.askModel(input, candidates);
    if (chosen) {
      return chosen;
    }
    if (guess && guess.confidence >= thresholds.enough) {
      return guess;
    }
    return {
      engine: guess?.engine ?? this.name,
      // The likeliest reading, which is asked about before it is acted upon.
      intent: guess?.intent ?? null,
      params: guess?.params ?? {},
      confidence: guess?.confidence ?? 0,
      commands: [
        {
          command: 'clarify',
          candidates: candidates
            .filter(name => name !== OUT_OF_SCOPE)
            .slice(0, CANDIDATES.person),
        },
      ],
    };
  }

  private candidates(input: UnderstandInput): string[] {
    const { language } = this.deps;
    return language
      .rank(language.read(input))
      .candidates.slice(0, CANDIDATES.model)
      .map(({ intent }) => intent);
  }

  /**
   * The model's choice among the candidates. Its parameters are taken only
   * where they fit the intent, and never above those that were read here.
   */
  private async askModel(
    input: UnderstandInput,
    candidates: string[],
  ): Promise<Understanding | undefined> {
    const { language } = this.deps;
    const model = this.deps.model?.();
    const answer = await model?.choose(
      input,
      candidates.flatMap(name => language.intent(name) ?? []),
    );
    if (!model || !answer?.intent) {
      return undefined;
    }
    if (answer.intent === OUT_OF_SCOPE) {
      return {
        engine: model.name,
        intent: OUT_OF_SCOPE,
        params: {},
        confidence: answer.confidence,
        commands: [{ command: 'out_of_scope' }],
      };
    }
    const known = candidates.includes(answer.intent)
      ? language.intent(answer.intent)
      : undefined;
    if (!known) {
      return undefined;
    }
    const read = language.parameters(language.read(input), answer.intent);
    const merged = known.parameters.safeParse({ ...answer.params, ...read });
    const params = merged.success ? merged.data : read;
    return {
      engine: model.name,
      intent: answer.intent,
      params,
      confidence: answer.confidence,
      commands: [{ command: 'start', intent: answer.intent, params }],
    };
  }
}

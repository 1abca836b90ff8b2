import type {
  LanguageModel,
  UnderstandingEngine,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { EmbeddedEngine } from './EmbeddedEngine';
import { createPortalLanguage } from './portalLanguage';
import { Router, type RouterThresholds } from './Router';
import { RulesEngine } from './RulesEngine';
import type { KnownIntent, Vocabulary } from './types';

/** Understanding of messages, and of parameters once an intent is chosen. */
export interface PortalUnderstanding extends UnderstandingEngine {
  /** The parameters that a message gives an intent, in normal forms. */
  parametersFor(
    intent: string,
    input: Pick<UnderstandInput, 'text' | 'now' | 'context'>,
  ): Record<string, unknown>;
}

/**
 * Puts the engines together and trains the embedded one, which takes less
 * than half a second.
 */
export function createUnderstanding(options: {
  intents: KnownIntent[];
  /** Words for what can be deployed; called for each message, so be quick. */
  vocabulary: () => Vocabulary;
  /** Helps where the embedded parser is unsure; it need not be there. */
  model?: () => LanguageModel | undefined;
  thresholds?: RouterThresholds;
}): PortalUnderstanding {
  const language = createPortalLanguage(options.intents, options.vocabulary);
  const router = new Router({
    language,
    rules: new RulesEngine(language),
    embedded: new EmbeddedEngine(language),
    model: options.model,
    thresholds: options.thresholds,
  });
  return {
    name: router.name,
    understand: async input => router.understand(input),
    parametersFor: (intent, input) =>
      language.parameters(language.read(input), intent),
  };
}

import type { LanguageModel } from '@aiops-portal/plugin-aiops-agent-node';
import { builtinIntents } from '../../intents/builtin';
import {
  createUnderstanding,
  type PortalUnderstanding,
} from '../createUnderstanding';
import type { Vocabulary } from '../types';

/** What is scored. */
export const ENGINES = ['embedded', 'ollama', 'hybrid'] as const;
export type EngineName = (typeof ENGINES)[number];

/**
 * Understanding as the portal puts it together: `hybrid` asks a model where
 * the embedded parser is unsure, `ollama` always.
 *
 * @throws Error when a model is wanted and none can be had.
 */
export function engineCalled(
  name: EngineName,
  vocabulary: Vocabulary,
  model?: LanguageModel,
): PortalUnderstanding {
  if (name !== 'embedded' && !model) {
    throw new Error(
      `The engine ${name} needs a language model: set OLLAMA_HOST, for instance to http://localhost:11434.`,
    );
  }
  return createUnderstanding({
    intents: builtinIntents,
    vocabulary: () => vocabulary,
    ...(name !== 'embedded' && { model: () => model }),
    // Never sure of itself, so the model is always asked.
    ...(name === 'ollama' && { thresholds: { sure: 2, enough: 0 } }),
  });
}

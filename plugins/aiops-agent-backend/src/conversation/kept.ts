import type {
  LanguageContext,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { DialogueState } from './state';
import type { KeptUnderstanding } from './store';

/** What is kept of how a message was understood, for its review. */
export function keptUnderstanding(
  understanding: Understanding,
  turn: { at: Date; state: DialogueState; context: LanguageContext },
): KeptUnderstanding {
  const { engine, intent, params, confidence, tookMs = 0 } = understanding;
  const { pending, clarifying } = turn.state;
  return {
    at: turn.at.toISOString(),
    engine,
    intent,
    params,
    confidence,
    tookMs,
    inDialogue: pending !== undefined || clarifying !== undefined,
    context: turn.context,
  };
}

import type { Message } from '@aiops-portal/plugin-aiops-agent-common';

/**
 * What is left to say beside a message's card. Replies are complete in words
 * (for scripts and chat channels); a card says the plan, its cost and who is
 * asked in a better place, so that only what comes before the plan's summary
 * is shown.
 */
export function wordsBeside(message: Message): string {
  const { text, plan, change } = message;
  if (change) {
    return text.includes(change.id) || text === change.summary ? '' : text;
  }
  if (!plan) {
    return text;
  }
  const summary = text.indexOf(plan.summary);
  if (summary >= 0) {
    return text.slice(0, summary).trim();
  }
  return plan.decision.outcome === 'deny' ? '' : text;
}

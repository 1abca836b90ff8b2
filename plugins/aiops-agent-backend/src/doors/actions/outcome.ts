import type { IntentOutcome } from '../../intents';

/** What an action tells of an outcome; agreeing is for the portal alone. */
export interface SpokenOutcome {
  reply: string;
  intent: string;
  planId?: string;
  agreeAt?: string;
}

/** An outcome in words, with where a person can agree to it. */
export function spoken(
  outcome: IntentOutcome,
  portalUrl: string,
): SpokenOutcome {
  const { intent } = outcome;
  switch (outcome.kind) {
    case 'missing':
      return { intent, reply: outcome.text };
    case 'answer': {
      const { text, items = [] } = outcome.answer;
      const lines = items.map(
        ({ title, subtitle, value }) =>
          `- ${[title, subtitle, value].filter(Boolean).join(' · ')}`,
      );
      return { intent, reply: [text, ...lines].join('\n') };
    }
    default: {
      const { plan } = outcome;
      const { decision } = plan;
      const verdict = {
        allow: 'Nothing happens until you agree to it in the portal.',
        'needs-approval': `Nothing happens until you agree to it in the portal and ${decision.approvers.join(
          ' or ',
        )} approves.`,
        deny: `It can't be done: ${decision.reasons.join(' ')}`,
      }[decision.outcome];
      return {
        intent,
        reply: `${plan.title}. ${plan.summary} ${verdict}`,
        planId: plan.id,
        agreeAt:
          decision.outcome === 'deny'
            ? undefined
            : `${portalUrl}/assistant?plan=${encodeURIComponent(plan.id)}`,
      };
    }
  }
}

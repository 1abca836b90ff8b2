import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type { IntentOutcome } from '../../intents';
import { alternatives } from '../../intents/wording';
import { say } from '../../words';

/** What an action tells of an outcome; agreeing is for the portal alone. */
export interface SpokenOutcome {
  reply: string;
  intent: string;
  planId?: string;
  agreeAt?: string;
}

function verdictOn({ decision }: Plan): string {
  switch (decision.outcome) {
    case 'allow':
      return say`Nothing happens until you agree to it in the portal.`;
    case 'needs-approval':
      return say`Nothing happens until you agree to it in the portal and ${alternatives(
        decision.approvers,
      )} approves.`;
    default:
      return say`It can't be done: ${decision.reasons.join(' ')}`;
  }
}

function whereToAgree({ id, decision }: Plan, portalUrl: string) {
  return {
    planId: id,
    agreeAt:
      decision.outcome === 'deny'
        ? undefined
        : `${portalUrl}/assistant?plan=${encodeURIComponent(id)}`,
  };
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
      const { answer, plan } = outcome;
      const { text, items = [] } = answer;
      const lines = items.map(
        ({ title, subtitle, value }) =>
          `- ${[title, subtitle, value].filter(Boolean).join(' · ')}`,
      );
      const reply = [text, ...lines, ...(plan ? [verdictOn(plan)] : [])];
      return {
        intent,
        reply: reply.join('\n'),
        ...(plan && whereToAgree(plan, portalUrl)),
      };
    }
    default: {
      const { plan } = outcome;
      return {
        intent,
        reply: `${plan.title}. ${plan.summary} ${verdictOn(plan)}`,
        ...whereToAgree(plan, portalUrl),
      };
    }
  }
}

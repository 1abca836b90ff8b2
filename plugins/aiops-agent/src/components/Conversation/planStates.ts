import type {
  Message,
  Plan,
  Turn,
} from '@aiops-portal/plugin-aiops-agent-common';

/** The plans on the screen that still wait for an answer. */
export function openPlansOf(messages: Message[]): Plan[] {
  return messages.flatMap(({ plan }) =>
    plan?.state === 'proposed' ? [plan] : [],
  );
}

/** The messages with this plan as it is now. */
export function withPlan(messages: Message[], plan: Plan): Message[] {
  return messages.map(message =>
    message.plan?.id === plan.id ? { ...message, plan } : message,
  );
}

/** What a turn says about the plans before it: agreed to, or replaced. */
export function afterTurn(messages: Message[], turn: Turn): Message[] {
  return messages.map(message => {
    const { plan } = message;
    if (plan?.state !== 'proposed') {
      return message;
    }
    if (turn.change?.planId === plan.id) {
      return {
        ...message,
        plan: { ...plan, state: 'confirmed', changeId: turn.change.id },
      };
    }
    return turn.plan && turn.plan.id !== plan.id
      ? { ...message, plan: { ...plan, state: 'replaced' } }
      : message;
  });
}

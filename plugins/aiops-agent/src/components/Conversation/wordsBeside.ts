import type { Finding, Message } from '@aiops-portal/plugin-aiops-agent-common';

/** What is said above the findings of a message, and below them. */
interface WordsBeside {
  before: string;
  after: string;
  /** Said after the card of a request, which comes first then. */
  next: string;
}

/**
 * What is left to say beside a message's cards. Replies are complete in words
 * (for scripts and chat channels); a card says the plan, its cost and who is
 * asked in a better place, and findings show what they rest on, so that only
 * the rest is shown.
 */
export function wordsBeside(message: Message): WordsBeside {
  const { text, next } = besideCard(message);
  const { findings = [] } = message;
  if (findings.length === 0) {
    return { before: text, after: '', next };
  }
  const parts = text.split(/\n{2,}/);
  const first = parts.findIndex(part => saidBy(findings, part));
  const before = first < 0 ? parts : parts.slice(0, first);
  const after = first < 0 ? [] : parts.slice(first);
  return {
    before: before.join('\n\n'),
    after: after.filter(part => !saidBy(findings, part)).join('\n\n'),
    next,
  };
}

/** A paragraph that a finding says itself: its sentence, or who can help. */
function saidBy(findings: Finding[], part: string): boolean {
  const words = plain(part);
  return findings.some(
    ({ summary, ask }) => words.startsWith(summary) || words === ask,
  );
}

/** Without what keeps the words of others from being Markdown. */
function plain(markdown: string): string {
  return markdown.replace(/\u200b/g, '').replace(/\\([^\w\s])/g, '$1');
}

function besideCard(message: Message): { text: string; next: string } {
  const { text, change } = message;
  if (!change || change.planId === message.plan?.id) {
    return { text: besidePlan(message), next: '' };
  }
  if (text === change.summary) {
    return { text: '', next: '' };
  }
  const parts = text.split(/\n{2,}/);
  const said = parts.findIndex(part => part.includes(change.id));
  return said < 0
    ? { text, next: '' }
    : {
        text: '',
        next: besidePlan({
          ...message,
          text: parts.slice(said + 1).join('\n\n'),
        }),
      };
}

function besidePlan({ text, plan }: Message): string {
  if (!plan) {
    return text;
  }
  const summary = text.indexOf(plan.summary);
  if (summary >= 0) {
    return text.slice(0, summary).trim();
  }
  // Its card says the refusal itself, which comes last.
  return plan.decision.outcome === 'deny'
    ? text
        .split(/\n{2,}/)
        .slice(0, -1)
        .join('\n\n')
    : text;
}

import type { Finding, Message } from '@aiops-portal/plugin-aiops-agent-common';

/** What is said above the findings of a message, and below them. */
interface WordsBeside {
  before: string;
  after: string;
}

/**
 * What is left to say beside a message's cards. Replies are complete in words
 * (for scripts and chat channels); a card says the plan, its cost and who is
 * asked in a better place, and findings show what they rest on, so that only
 * the rest is shown.
 */
export function wordsBeside(message: Message): WordsBeside {
  const text = besideCard(message);
  const { findings = [] } = message;
  if (findings.length === 0) {
    return { before: text, after: '' };
  }
  const parts = text.split(/\n{2,}/);
  const first = parts.findIndex(part => saidBy(findings, part));
  const before = first < 0 ? parts : parts.slice(0, first);
  const after = first < 0 ? [] : parts.slice(first);
  return {
    before: before.join('\n\n'),
    after: after.filter(part => !saidBy(findings, part)).join('\n\n'),
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

function besideCard({ text, plan, change }: Message): string {
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

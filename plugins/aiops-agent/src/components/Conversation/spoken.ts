import type { Message } from '@aiops-portal/plugin-aiops-agent-common';

/** An answer as it is read aloud: its words without Markdown's marks. */
export function spoken(message: Message): string {
  const text = message.text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]+/g, '');
  const card = message.plan?.title ?? message.change?.title;
  return card && !text.includes(card) ? `${card}. ${text}` : text;
}

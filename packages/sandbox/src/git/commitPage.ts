import { html, type Page, type SafeHtml } from '../http';
import type { CommitDetails } from './repository';

const STYLE = `
pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; overflow-x: auto; white-space: pre-wrap; }
.diff { white-space: pre; }
.add { color: var(--good); } .del { color: var(--bad); } .file { color: var(--accent); font-weight: 600; }
main { max-width: 64rem; }
`;

function diffLine(line: string): SafeHtml {
  const text = `${line}\n`;
  if (line.startsWith('diff --git')) {
    return html`<span class="file">${text}</span>`;
  }
  if (/^\+(?!\+\+ )/.test(line)) {
    return html`<span class="add">${text}</span>`;
  }
  if (/^-(?!-- )/.test(line)) {
    return html`<span class="del">${text}</span>`;
  }
  return html`${text}`;
}

/** What a commit says and changes. */
export function commitPage(commit: CommitDetails): Page {
  const [subject, ...rest] = commit.message.split('\n');
  const body = rest.join('\n').trim();
  return {
    title: `${subject} · ${commit.sha.slice(0, 8)}`,
    style: STYLE,
    body: html`<main>
      <h1>${subject}</h1>
      <p class="muted">
        ${commit.author} · <time datetime="${commit.at}">${commit.at}</time>
      </p>
      <p><code>${commit.sha}</code></p>
      ${body ? html`<pre>${body}</pre>` : undefined}
      <h2>What changed</h2>
      <pre class="diff" tabindex="0" aria-label="Changes">
${commit.diff.split('\n').map(diffLine)}</pre
      >
    </main>`,
  };
}
